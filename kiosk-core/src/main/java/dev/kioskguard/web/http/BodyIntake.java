package dev.kioskguard.web.http;

import java.nio.ByteBuffer;
import java.time.Duration;
import java.util.concurrent.TimeUnit;
import java.util.concurrent.TimeoutException;
import org.eclipse.jetty.http.HttpHeader;
import org.eclipse.jetty.io.Content;
import org.eclipse.jetty.server.Handler;
import org.eclipse.jetty.server.Request;
import org.eclipse.jetty.server.Response;
import org.eclipse.jetty.util.Callback;
import org.eclipse.jetty.util.Promise;
import org.jspecify.annotations.Nullable;

/**
 * The body of a request, taken in whole before a route sees the request, and without holding a thread: a caller who
 * drips it in byte by byte costs a socket until the time is over, and nothing else.
 */
final class BodyIntake extends Handler.Wrapper {

    /** A body up to this length is read and thrown away when it is too large; a longer one ends the connection. */
    private static final int DISCARD_BYTES_MAX = 1024 * 1024;

    private final int bytesMax;
    private final Duration arrivalTimeout;

    BodyIntake(int bytesMax, Duration arrivalTimeout) {
        this.bytesMax = bytesMax;
        this.arrivalTimeout = arrivalTimeout;
    }

    @Override
    public boolean handle(Request request, Response response, Callback callback) throws Exception {
        if (request.getLength() == 0
                || (request.getLength() < 0 && !request.getHeaders().contains(HttpHeader.TRANSFER_ENCODING))) {
            return super.handle(request, response, callback);
        }
        if (request.getLength() > DISCARD_BYTES_MAX) {
            ProblemPages.write(request, response, callback, tooLarge());
            return true;
        }
        var deadline = request.getComponents()
                .getScheduler()
                .schedule(
                        () -> request.fail(new TimeoutException("request body")),
                        arrivalTimeout.toMillis(),
                        TimeUnit.MILLISECONDS);
        if (request.getLength() > bytesMax) {
            // A client that is still sending would miss an answer given now: the end of its body is awaited.
            Content.Source.consumeAll(request, Callback.from(() -> {
                deadline.cancel();
                ProblemPages.write(request, response, callback, tooLarge());
            }));
            return true;
        }
        Promise.Invocable<byte[]> whole = Promise.Invocable.from(InvocationType.BLOCKING, (body, failure) -> {
            deadline.cancel();
            pass(request, response, callback, body, failure);
        });
        Content.Source.asByteArrayAsync(request, bytesMax, whole);
        return true;
    }

    private void pass(
            Request request,
            Response response,
            Callback callback,
            byte @Nullable [] body,
            @Nullable Throwable failure) {
        if (body == null) {
            ProblemPages.write(
                    request, response, callback, failure instanceof TimeoutException ? tooSlow() : tooLarge());
            return;
        }
        try {
            if (!super.handle(new Loaded(request, body), response, callback)) {
                Response.writeError(request, response, callback, 404);
            }
        } catch (Exception broken) {
            Response.writeError(request, response, callback, broken);
        }
    }

    private Problem tooLarge() {
        return new Problem(413, "too-large", "the body may have at most " + bytesMax + " bytes; send less");
    }

    private static Problem tooSlow() {
        return Problem.ofStatus(408);
    }

    /** A request whose body lies in memory. */
    private static final class Loaded extends Request.Wrapper {
        private final int length;
        private final Content.Source source;

        Loaded(Request request, byte[] body) {
            super(request);
            length = body.length;
            source = Content.Source.from(ByteBuffer.wrap(body));
        }

        @Override
        public long getLength() {
            return length;
        }

        @Override
        public Content.Chunk read() {
            return source.read();
        }

        @Override
        public void demand(Runnable task) {
            source.demand(task);
        }

        @Override
        public void fail(Throwable failure) {
            source.fail(failure);
            super.fail(failure);
        }

        @Override
        public boolean consumeAvailable() {
            return true;
        }
    }
}
