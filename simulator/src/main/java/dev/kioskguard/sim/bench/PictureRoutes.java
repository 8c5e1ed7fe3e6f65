package dev.kioskguard.sim.bench;

import dev.kioskguard.sim.camera.StreamCamera;
import dev.kioskguard.web.http.Problem;
import io.javalin.config.RoutesConfig;
import io.javalin.http.Context;

/** The camera's pictures: the newest to look at, and those of the engineer's webcam on their way in. */
final class PictureRoutes {

    private static final String JPEG = "image/jpeg";

    private final StreamCamera camera;

    PictureRoutes(StreamCamera camera) {
        this.camera = camera;
    }

    void addTo(RoutesConfig routes) {
        routes.get("/sim/camera/picture", this::picture);
        routes.post("/sim/camera/pictures", this::webcam);
    }

    private void picture(Context ctx) {
        byte[] newest = camera.picture()
                .orElseThrow(
                        () -> Problem.notFound("the camera shows nothing now; play something with POST /sim/camera")
                                .asException());
        ctx.status(200).contentType(JPEG).header("Cache-Control", "no-store").result(newest);
    }

    /** Only the newest counts, so one that comes too fast for the stream is dropped there. */
    private void webcam(Context ctx) {
        if (!JPEG.equals(ctx.contentType())) {
            throw Problem.unsupportedType("send each picture with Content-Type: image/jpeg")
                    .asException();
        }
        if (!StreamCamera.WEBCAM.equals(camera.playing())) {
            throw Problem.conflict("webcam-off", "the webcam is not what is played; POST /sim/camera {play: webcam}")
                    .asException();
        }
        byte[] picture = ctx.bodyAsBytes();
        if (!StreamCamera.isPicture(picture)) {
            throw Problem.unprocessable("send a JPEG of 16 to 1920 pixels a side")
                    .asException();
        }
        camera.webcam(picture);
        ctx.status(204);
    }
}
