package dev.kioskguard.web.front;

import dev.kioskguard.content.Signs;
import dev.kioskguard.web.http.Problem;
import io.javalin.http.Context;
import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;

/** A pictogram of the content pack, answered by its name. */
public final class SignFile {

    /** A larger file is no pictogram. */
    static final int SIGN_BYTES_MAX = 16 * 1024;

    private static final String ENDING = ".svg";

    private SignFile() {}

    /** Answers {@code NAME.svg}; only names that the pack has lead to a file. */
    public static void answer(Context ctx, Signs signs, String file) throws IOException {
        String name = file.endsWith(ENDING) ? file.substring(0, file.length() - ENDING.length()) : "";
        Path sign = signs.sign(name).orElseThrow(SignFile::none);
        if (Files.size(sign) > SIGN_BYTES_MAX) {
            throw none();
        }
        ctx.contentType("image/svg+xml").result(Files.readAllBytes(sign));
    }

    private static RuntimeException none() {
        return Problem.notFound("the content pack has no such sign; read sign of the screen")
                .asException();
    }
}
