package dev.kioskguard.web.http;

import java.util.LinkedHashMap;
import java.util.Map;

/**
 * One refusal as RFC 9457 tells it.
 *
 * @param status HTTP status, 400 to 599
 * @param code short words joined by hyphens, stable for programs: {@code screen-moved-on}
 * @param detail what to do about it, for a person; never a personal fact, never the inside of this process
 * @param headers what the status asks for beside the document, such as {@code Allow} or {@code Retry-After}
 */
public record Problem(int status, String code, String detail, Map<String, String> headers) {

    public static final String MEDIA_TYPE = "application/problem+json";

    private static final String TYPE_PREFIX = "urn:kioskguard:problem:";

    public Problem {
        if (status < 400 || status > 599 || detail.isBlank()) {
            throw new IllegalArgumentException("a problem needs a status from 400 to 599 and a detail");
        }
        headers = Map.copyOf(headers);
    }

    public Problem(int status, String code, String detail) {
        this(status, code, detail, Map.of());
    }

    public static Problem malformed(String detail) {
        return new Problem(400, "malformed", detail);
    }

    /** A missing or wrong credential; the header names the scheme as RFC 9110 section 11.6.1 asks. */
    public static Problem unauthorized(String detail) {
        return new Problem(401, "unauthorized", detail, Map.of("WWW-Authenticate", "Bearer realm=\"kiosk-guard\""));
    }

    public static Problem forbidden(String detail) {
        return new Problem(403, "forbidden", detail);
    }

    public static Problem notFound(String detail) {
        return new Problem(404, "not-found", detail);
    }

    public static Problem conflict(String code, String detail) {
        return new Problem(409, code, detail);
    }

    public static Problem unsupportedType(String detail) {
        return new Problem(415, "unsupported-type", detail);
    }

    public static Problem unprocessable(String detail) {
        return new Problem(422, "unprocessable", detail);
    }

    public static Problem tooEarly(String detail) {
        return new Problem(425, "too-early", detail);
    }

    public static Problem tooMany(String detail) {
        return new Problem(429, "too-many", detail, Map.of("Retry-After", "1"));
    }

    public static Problem unavailable(String code, String detail) {
        return new Problem(503, code, detail, Map.of("Retry-After", "1"));
    }

    /** The end of the road for a fault of this process: it says where to look, not what went wrong. */
    public static Problem internal() {
        return new Problem(
                500, "internal", "the guard could not carry this out; nothing was cleared; see the log at this time");
    }

    /** Says plainly what a bare status means; the server itself refuses with these. */
    public static Problem ofStatus(int status) {
        return switch (status) {
            case 400 -> malformed("this is not a well-formed HTTP request; send HTTP/1.1 with one Host header");
            case 404 -> notFound("nothing lives at this path; the paths are listed in the contract of the API");
            case 405 -> new Problem(405, "method-not-allowed", "this path does not take this method; see Allow");
            case 408 -> new Problem(408, "too-slow", "the request took too long to arrive; send it in one go");
            case 413 -> new Problem(413, "too-large", "the body is too large; send less");
            case 414 -> new Problem(414, "uri-too-long", "the request line is too long; send less in the path");
            case 431 ->
                new Problem(431, "headers-too-large", "the request headers are too large; send fewer or shorter");
            case 500 -> internal();
            case 503 -> unavailable("unavailable", "the guard is starting, stopping or busy; try again shortly");
            default ->
                new Problem(
                        status < 400 || status > 599 ? 500 : status,
                        "refused",
                        "the request was refused with status " + status + "; see the contract of the API");
        };
    }

    /** Returns the members of the document, in the order in which people read them. */
    public Map<String, Object> members() {
        Map<String, Object> members = new LinkedHashMap<>();
        members.put("type", TYPE_PREFIX + code);
        members.put("title", code.replace('-', ' '));
        members.put("status", status);
        members.put("detail", detail);
        return members;
    }

    /** Returns this problem as something that can be thrown out of a route. */
    public ProblemException asException() {
        return new ProblemException(this);
    }
}
