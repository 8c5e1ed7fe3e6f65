package dev.kioskguard.web.desk.command;

import dev.kioskguard.transfer.clearance.PublicKeys;
import dev.kioskguard.transfer.clearance.SignedToken;
import dev.kioskguard.transfer.clearance.SigningKey;
import dev.kioskguard.web.desk.after.Closure;
import dev.kioskguard.web.http.Fields;
import dev.kioskguard.web.http.Json;
import java.nio.charset.StandardCharsets;
import java.time.Duration;
import java.time.Instant;
import java.util.LinkedHashMap;
import org.jspecify.annotations.Nullable;

/**
 * One command of a desk to one machine, in a compact JWS (EdDSA) whose claims are {@code jti, iat, exp, branch,
 * machine, page, does, staff, code, reason, closure}.
 *
 * @param actionId the same command again has the same; {@code jti}
 * @param staff who stands behind it: the desk vouches for them
 * @param code what stands on the customer's screen, for a release
 * @param reason in the words of the staff, for a verdict
 * @param closure for a close-out, and nothing else
 * @param expires when it is of no use any more, at most {@link #LIFE_MAX} after {@code issued}; whole seconds
 */
public record DeskCommand(
        String actionId,
        Target target,
        Doing does,
        String staff,
        @Nullable String code,
        @Nullable String reason,
        @Nullable Closure closure,
        Instant issued,
        Instant expires) {

    /** The type of the token, so that none of another kind can stand in for it. */
    public static final String TYPE = "desk-command+jwt";

    public static final Duration LIFE_MAX = Duration.ofMinutes(2);

    private static final int NAME_LENGTH_MAX = 40;
    private static final int PAGE_LENGTH_MAX = 100;
    private static final int ACTION_ID_LENGTH_MAX = 80;
    private static final int CODE_LENGTH_MAX = 10;
    private static final int REASON_LENGTH_MAX = 200;
    private static final long SECONDS_MAX = 1L << 40;

    /**
     * Which page of which machine of which branch.
     *
     * @param page empty where the command is about none
     */
    public record Target(String branch, String machine, String page) {}

    /** Returns the signed token. */
    public String sign(SigningKey key) {
        var claims = new LinkedHashMap<String, Object>();
        claims.put("jti", actionId);
        claims.put("iat", issued.getEpochSecond());
        claims.put("exp", expires.getEpochSecond());
        claims.put("branch", target.branch());
        claims.put("machine", target.machine());
        if (!target.page().isEmpty()) {
            claims.put("page", target.page());
        }
        claims.put("does", does.word());
        claims.put("staff", staff);
        if (code != null) {
            claims.put("code", code);
        }
        if (reason != null) {
            claims.put("reason", reason);
        }
        if (closure != null) {
            claims.put("closure", closure.body());
        }
        return key.sign(TYPE, Json.text(claims));
    }

    /**
     * Reads a token that one of these desks has signed; whether it is in time and for whom it is stays to be seen.
     *
     * @throws dev.kioskguard.transfer.clearance.TokenRefusedException if no desk has signed it
     * @throws dev.kioskguard.web.http.ProblemException if its claims are not those of a command
     */
    public static DeskCommand read(String token, PublicKeys desks) {
        String claims = SignedToken.verify(TYPE, token, desks);
        Fields fields = Fields.of(claims.getBytes(StandardCharsets.UTF_8));
        Doing does = fields.choice("does", Doing.WORDS);
        var command = new DeskCommand(
                fields.text("jti", 1, ACTION_ID_LENGTH_MAX),
                new Target(
                        fields.text("branch", 1, NAME_LENGTH_MAX),
                        fields.text("machine", 1, NAME_LENGTH_MAX),
                        does.isAboutAPage() ? fields.text("page", 1, PAGE_LENGTH_MAX) : ""),
                does,
                fields.text("staff", 1, NAME_LENGTH_MAX),
                fields.optionalText("code", 1, CODE_LENGTH_MAX),
                fields.optionalText("reason", 1, REASON_LENGTH_MAX),
                does == Doing.CLOSURE ? Closure.read(fields.part("closure")) : null,
                Instant.ofEpochSecond(fields.number("iat", 0, SECONDS_MAX)),
                Instant.ofEpochSecond(fields.number("exp", 0, SECONDS_MAX)));
        if (command.does.action() != null) {
            fields.text("reason", 1, REASON_LENGTH_MAX);
        }
        fields.done();
        return command;
    }
}
