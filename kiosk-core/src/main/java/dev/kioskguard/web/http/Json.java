package dev.kioskguard.web.http;

import io.javalin.http.Context;
import tools.jackson.core.StreamReadConstraints;
import tools.jackson.core.StreamReadFeature;
import tools.jackson.core.json.JsonFactory;
import tools.jackson.databind.DeserializationFeature;
import tools.jackson.databind.JsonNode;
import tools.jackson.databind.json.JsonMapper;

/** JSON as it is spoken here: bounded when read, UTF-8 when written. Threadsafe. */
public final class Json {

    public static final int DEPTH_MAX = 16;
    public static final int STRING_LENGTH_MAX = 16 * 1024;
    public static final int NAME_LENGTH_MAX = 64;
    public static final int NUMBER_LENGTH_MAX = 40;
    public static final int TOKENS_MAX = 8 * 1024;

    static final String MEDIA_TYPE = "application/json";

    private static final JsonMapper MAPPER = JsonMapper.builder(JsonFactory.builder()
                    .streamReadConstraints(StreamReadConstraints.builder()
                            .maxNestingDepth(DEPTH_MAX)
                            .maxStringLength(STRING_LENGTH_MAX)
                            .maxNameLength(NAME_LENGTH_MAX)
                            .maxNumberLength(NUMBER_LENGTH_MAX)
                            .maxTokenCount(TOKENS_MAX)
                            .build())
                    .enable(StreamReadFeature.STRICT_DUPLICATE_DETECTION)
                    .build())
            .enable(DeserializationFeature.FAIL_ON_TRAILING_TOKENS)
            .build();

    private Json() {}

    /** Answers with a value as JSON; maps keep their order. */
    public static void answer(Context ctx, int status, Object value) {
        ctx.status(status).contentType(MEDIA_TYPE).result(bytes(value));
    }

    /** Answers with a problem document and the headers it asks for. */
    public static void refuse(Context ctx, Problem problem) {
        problem.headers().forEach(ctx::header);
        ctx.status(problem.status()).contentType(Problem.MEDIA_TYPE).result(bytes(problem.members()));
    }

    /** Writes a value of ours in UTF-8, on one line. */
    public static byte[] bytes(Object value) {
        return MAPPER.writeValueAsBytes(value);
    }

    /** Writes a value of ours as text, on one line, as server-sent events want it. */
    public static String text(Object value) {
        return MAPPER.writeValueAsString(value);
    }

    /**
     * Reads one document from a stranger.
     *
     * @throws tools.jackson.core.JacksonException when it is none, has a name twice, or passes a limit
     */
    static JsonNode read(byte[] body) {
        return MAPPER.readTree(body);
    }
}
