package dev.kioskguard.web.http;

import java.util.List;
import java.util.Locale;
import java.util.Optional;
import java.util.Set;
import java.util.TreeSet;
import org.eclipse.jetty.http.HttpField;
import org.eclipse.jetty.http.HttpHeader;
import org.eclipse.jetty.http.HttpMethod;
import org.eclipse.jetty.server.Handler;
import org.eclipse.jetty.server.Request;
import org.eclipse.jetty.server.Response;
import org.eclipse.jetty.util.Callback;

/**
 * The first look at every request, before any route: is it meant for this listener, and does it come from one of its
 * own pages? A page of a stranger whose name was bound to loopback (DNS rebinding) fails the first question, a page
 * that posts across sites the second.
 */
final class Gate extends Handler.Wrapper {

    /** Marks a HEAD, which the routes answer as the GET that it stands for (RFC 9110 section 9.3.2). */
    static final String HEAD_ATTRIBUTE = "dev.kioskguard.head";

    private final SecurityHeaders headers;
    private final Reach reach;
    private Set<String> authorities = Set.of();

    Gate(SecurityHeaders headers, Reach reach) {
        this.headers = headers;
        this.reach = reach;
    }

    /** Names the port once it is known; nothing is let in before. */
    void open(int port) {
        authorities = reach.authorities(port);
    }

    @Override
    public boolean handle(Request request, Response response, Callback callback) throws Exception {
        headers.putOn(response.getHeaders());
        Optional<Problem> refusal = refusal(request);
        if (refusal.isPresent()) {
            ProblemPages.write(request, response, callback, refusal.get());
            return true;
        }
        if (!HttpMethod.HEAD.is(request.getMethod())) {
            return super.handle(request, response, callback);
        }
        request.setAttribute(HEAD_ATTRIBUTE, true);
        return super.handle(new AsGet(request), response, callback);
    }

    private Optional<Problem> refusal(Request request) {
        if (authorities.isEmpty()) {
            return Optional.of(Problem.ofStatus(503));
        }
        List<String> hosts = request.getHeaders().getValuesList(HttpHeader.HOST);
        String authority = request.getHttpURI().getAuthority();
        if (hosts.size() != 1 || !isOurs(hosts.get(0)) || (authority != null && !isOurs(authority))) {
            return Optional.of(new Problem(
                    421, "misdirected", "this listener answers to " + new TreeSet<>(authorities) + " only; use one"));
        }
        return isForeign(request)
                ? Optional.of(Problem.forbidden("a page of another origin asked; open the page from this machine"))
                : Optional.empty();
    }

    private boolean isOurs(String authority) {
        return authorities.contains(authority.toLowerCase(Locale.ROOT));
    }

    /** Judged by what a browser says of itself and a page cannot forge; programs send neither header. */
    private boolean isForeign(Request request) {
        String scheme = reach.scheme() + "://";
        for (String origin : request.getHeaders().getValuesList(HttpHeader.ORIGIN)) {
            if (!origin.startsWith(scheme) || !isOurs(origin.substring(scheme.length()))) {
                return true;
            }
        }
        String site = request.getHeaders().get("Sec-Fetch-Site");
        if (site == null || site.equals("same-origin") || site.equals("none")) {
            return false;
        }
        // The bench, a page on another port of this machine, frames the screen: that is a navigation, and only that.
        return !(site.equals("same-site")
                && HttpMethod.GET.is(request.getMethod())
                && "navigate".equals(request.getHeaders().get("Sec-Fetch-Mode")));
    }

    /** The same request as a GET; the server itself leaves the body out of the answer. */
    private static final class AsGet extends Request.Wrapper {
        AsGet(Request request) {
            super(request);
        }

        @Override
        public String getMethod() {
            return HttpMethod.GET.asString();
        }
    }

    /** What every answer carries, whatever it is. */
    record SecurityHeaders(List<HttpField> fields) {

        static SecurityHeaders of(List<String> frameAncestors) {
            String ancestors = frameAncestors.isEmpty() ? "'none'" : String.join(" ", frameAncestors);
            return new SecurityHeaders(List.of(
                    new HttpField(
                            "Content-Security-Policy",
                            "default-src 'none'; script-src 'self'; style-src 'self'; img-src 'self'; media-src 'self';"
                                    + " connect-src 'self'; base-uri 'none'; form-action 'none'; frame-ancestors "
                                    + ancestors),
                    new HttpField("X-Content-Type-Options", "nosniff"),
                    new HttpField("Referrer-Policy", "no-referrer"),
                    new HttpField("Cache-Control", "no-store"),
                    new HttpField("Cross-Origin-Opener-Policy", "same-origin"),
                    new HttpField(
                            "Cross-Origin-Resource-Policy", frameAncestors.isEmpty() ? "same-origin" : "same-site")));
        }

        void putOn(org.eclipse.jetty.http.HttpFields.Mutable answer) {
            fields.forEach(answer::put);
        }
    }
}
