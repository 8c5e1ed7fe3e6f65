package dev.kioskguard.sim.bench;

import dev.kioskguard.sim.bench.port.BenchPorts;
import dev.kioskguard.sim.bench.port.BenchPorts.Desk;
import dev.kioskguard.sim.bench.port.BenchPorts.Guarded;
import dev.kioskguard.web.http.Json;
import dev.kioskguard.web.http.Problem;
import io.javalin.config.RoutesConfig;
import io.javalin.http.Context;
import java.io.IOException;
import java.io.InputStream;
import java.io.UncheckedIOException;
import java.net.URI;
import java.util.Map;
import java.util.Optional;
import java.util.stream.Collectors;
import java.util.stream.Stream;

/** The bench's page, with the customer's screen and the desk that it frames. */
final class PageRoutes {

    private static final Map<String, String> TYPES = Map.of(
            "html", "text/html;charset=utf-8",
            "css", "text/css;charset=utf-8",
            "js", "text/javascript;charset=utf-8",
            "svg", "image/svg+xml");
    private static final String POLICY = "default-src 'none'; script-src 'self'; style-src 'self'; img-src 'self';"
            + " connect-src 'self'; base-uri 'none'; form-action 'none'; frame-ancestors 'none'; frame-src ";

    private final Optional<Guarded> guarded;
    private final Optional<Desk> desk;

    PageRoutes(BenchPorts ports) {
        this.guarded = ports.guarded();
        this.desk = ports.desk();
    }

    void addTo(RoutesConfig routes) {
        routes.get("/", ctx -> page(ctx, "index.html"));
        routes.get(
                "/sim/screen",
                ctx -> Json.answer(
                        ctx,
                        200,
                        Map.of(
                                "url",
                                BenchPorts.require(guarded).screen().ticketed().toString())));
        routes.get("/{file}", ctx -> page(ctx, ctx.pathParam("file")));
    }

    private void page(Context ctx, String file) {
        String type = file.matches("[a-z-]{1,40}\\.[a-z]{2,4}") ? TYPES.get(file.replaceAll(".*\\.", "")) : null;
        try (InputStream page = type == null ? null : PageRoutes.class.getResourceAsStream(file)) {
            if (type == null || page == null) {
                throw Problem.notFound("nothing lives at this path; the bench is at /")
                        .asException();
            }
            ctx.header("Content-Security-Policy", POLICY + frameSource());
            ctx.status(200).contentType(type).result(page.readAllBytes());
        } catch (IOException e) {
            throw new UncheckedIOException("the bench's page cannot be read", e);
        }
    }

    private String frameSource() {
        String framed = Stream.concat(
                        guarded.map(guard -> guard.screen().origin()).stream(), desk.map(Desk::page).stream())
                .map(PageRoutes::origin)
                .collect(Collectors.joining(" "));
        return framed.isEmpty() ? "'none'" : framed;
    }

    private static String origin(URI address) {
        return address.getScheme() + "://" + address.getAuthority();
    }
}
