package dev.kioskguard.web.http;

import dev.kioskguard.web.http.Gate.SecurityHeaders;
import java.nio.ByteBuffer;
import org.eclipse.jetty.http.HttpHeader;
import org.eclipse.jetty.server.Request;
import org.eclipse.jetty.server.Response;
import org.eclipse.jetty.server.handler.ErrorHandler;
import org.eclipse.jetty.util.Callback;

/** Problem documents for what the server refuses by itself, in place of its own HTML pages. */
final class ProblemPages extends ErrorHandler {

    private final SecurityHeaders headers;

    ProblemPages(SecurityHeaders headers) {
        this.headers = headers;
    }

    @Override
    public boolean handle(Request request, Response response, Callback callback) {
        headers.putOn(response.getHeaders());
        write(request, response, callback, Problem.ofStatus(response.getStatus()));
        return true;
    }

    static void write(Request request, Response response, Callback callback, Problem problem) {
        byte[] body = Json.bytes(problem.members());
        response.setStatus(problem.status());
        problem.headers().forEach(response.getHeaders()::put);
        response.getHeaders().put(HttpHeader.CONTENT_TYPE, Problem.MEDIA_TYPE);
        response.getHeaders().put(HttpHeader.CONTENT_LENGTH, body.length);
        // What is left of the request is not worth reading: the connection ends with this answer.
        if (request.getLength() != 0) {
            response.getHeaders().put(HttpHeader.CONNECTION, "close");
        }
        response.write(true, ByteBuffer.wrap(body), callback);
    }
}
