package dev.kioskguard.sim.story.wire;

import dev.kioskguard.sim.http.Call;
import dev.kioskguard.sim.http.GuardConnection;
import dev.kioskguard.sim.http.GuardRefusedException;
import dev.kioskguard.sim.http.GuardUnreachableException;
import dev.kioskguard.sim.staff.DemoStaff;
import dev.kioskguard.sim.staff.StaffDesk;
import dev.kioskguard.sim.story.StoryFailedException;
import java.io.IOException;
import java.io.UncheckedIOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.time.Duration;
import java.util.function.Function;
import java.util.function.Supplier;
import tools.jackson.databind.JsonNode;

/**
 * The three parties' lines to a running simulation; a refusal fails the step that made the call.
 *
 * @param bench needs no token on the same machine
 */
record Lines(GuardConnection api, GuardConnection screen, GuardConnection bench, StaffDesk desk) {

    /** A call of the bench returns when its effect has settled, which may take a voice and a card. */
    private static final Duration SETTLED_WITHIN = Duration.ofSeconds(60);

    static Lines to(Site site) {
        Path data = site.data();
        return new Lines(
                new GuardConnection(site.guard(), () -> token(data.resolve("api.token"))),
                new GuardConnection(site.guard(), () -> token(data.resolve("screen.token"))),
                new GuardConnection(site.bench(), () -> ""),
                new StaffDesk(site.desk(), data.resolve(DemoStaff.FILE)));
    }

    JsonNode sim(Call call) {
        return made(bench, call.within(SETTLED_WITHIN));
    }

    JsonNode bank(Call call) {
        return made(api, call);
    }

    JsonNode page(Call call) {
        return made(screen, call);
    }

    static JsonNode made(GuardConnection line, Call call) {
        return tried(call.toString(), () -> line.call(call));
    }

    /** Has something asked of the desk; a refusal fails the step. */
    <T> T atTheDesk(Function<StaffDesk, T> asked) {
        try {
            return tried("the desk", () -> asked.apply(desk));
        } catch (IllegalArgumentException nobody) {
            throw new StoryFailedException(String.valueOf(nobody.getMessage()));
        }
    }

    private static <T> T tried(String what, Supplier<T> call) {
        try {
            return call.get();
        } catch (GuardRefusedException refused) {
            throw new StoryFailedException(
                    "%s was refused (%d): %s".formatted(what, refused.status(), refused.detail()));
        } catch (GuardUnreachableException unreachable) {
            throw new StoryFailedException(what + " was not answered");
        }
    }

    private static String token(Path file) {
        try {
            return Files.readString(file).strip();
        } catch (IOException e) {
            throw new UncheckedIOException("a token cannot be read", e);
        }
    }
}
