package dev.kioskguard.web.http;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;

import java.nio.charset.StandardCharsets;
import java.time.Duration;
import java.util.Map;
import java.util.SplittableRandom;
import java.util.function.Consumer;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.ValueSource;

class FieldsTest {

    private static final String WHOLE = """
            {"amount": {"currency": "CNY", "minor": 2000000}, "payee": {"name": "王小明", "firstTime": true, "bank": null},
             "share": 0.5, "delay": "two-hours", "keys": ["1", "enter"], "for": "PT5S"}""";

    @Test
    void aWholeBodyIsReadByPath() {
        Fields fields = read(WHOLE);

        assertThat(fields.text("payee.name", 1, 60)).isEqualTo("王小明");
        assertThat(fields.optionalBoolean("payee.firstTime")).isTrue();
        assertThat(fields.optionalText("payee.bank", 1, 60))
                .as("null is absent")
                .isNull();
        assertThat(fields.has("payee.bank")).isFalse();
        assertThat(fields.number("amount.minor", 1, 1_000_000_000)).isEqualTo(2_000_000);
        assertThat(fields.part("amount").text("currency", 3, 3)).isEqualTo("CNY");
        assertThat(fields.optionalDecimal("share", 0, 1)).isEqualTo(0.5);
        assertThat(fields.<Integer>choice("delay", Map.of("two-hours", 2))).isEqualTo(2);
        assertThat(fields.texts("keys", 8, 8)).containsExactly("1", "enter");
        assertThat(fields.optionalDuration("for", Duration.ofMinutes(1))).isEqualTo(Duration.ofSeconds(5));
        fields.done();
    }

    @Test
    void aRefusalNamesThePathAndNeverTheValue() {
        refused(f -> f.text("payee.name", 1, 2), 422, "payee.name must be a text of 1 to 2");
        refused(f -> f.text("payee.account", 4, 34), 422, "payee.account is missing; give a text of 4 to 34");
        refused(f -> f.number("amount.minor", 1, 9), 422, "amount.minor must be a whole number from 1 to 9");
        refused(f -> f.number("share", 0, 9), 422, "share must be a whole number");
        refused(f -> f.bool("delay"), 422, "delay must be true or false");
        refused(f -> f.choice("delay", Map.of("b", 1, "a", 2)), 422, "delay must be one of [a, b]");
        refused(f -> f.texts("keys", 1, 8), 422, "keys must be a list of 1 to 1 texts");
        refused(f -> f.texts("keys", 9, 2), 422, "keys[1] must be a text of 1 to 2");
        refused(f -> f.optionalDuration("for", Duration.ofSeconds(4)), 422, "for must be an ISO 8601 duration");
        refused(f -> f.text("share.inner", 1, 2), 422, "share must be an object");
        refused(f -> f.part("amount").text("minor", 1, 9), 422, "amount.minor must be a text");
        refused(f -> f.part("share"), 422, "share must be an object");
        refused(f -> f.optionalDecimal("delay", 0, 1), 422, "delay must be a number from 0.0 to 1.0");
    }

    @Test
    void aFieldThatNobodyAskedForIsRefusedByName() {
        Fields fields = read("{\"payee\": {\"name\": \"a\", \"nick\": 1}}");
        assertThat(fields.text("payee.name", 1, 9)).isEqualTo("a");

        assertThatThrownBy(fields::done)
                .hasMessageContaining("payee.nick is no field")
                .hasMessageContaining("payee.name");
    }

    @ParameterizedTest
    @ValueSource(
            strings = {
                "",
                " ",
                "null",
                "[]",
                "7",
                "\"x\"",
                "{",
                "{\"a\":1,\"a\":2}",
                "{} {}",
                "{a:1}",
                "{'a':1}",
                "{\"a\":NaN}",
                "{\"a\":01}",
                "{\"a\":\"\t\"}",
                "// x\n{}"
            })
    void whatIsNoSingleObjectIsMalformed(String body) {
        assertThatThrownBy(() -> read(body))
                .satisfies(thrown -> assertThat(
                                ((ProblemException) thrown).problem().status())
                        .isEqualTo(400));
    }

    @Test
    void depthLengthAndCountAreBounded() {
        String deep = "{\"a\":".repeat(Json.DEPTH_MAX + 1) + "1" + "}".repeat(Json.DEPTH_MAX + 1);
        String longText = "{\"a\":\"" + "x".repeat(Json.STRING_LENGTH_MAX + 1) + "\"}";
        String many = "{\"a\":[" + "1,".repeat(Json.TOKENS_MAX) + "1]}";
        String longName = "{\"" + "n".repeat(Json.NAME_LENGTH_MAX + 1) + "\":1}";
        String longNumber = "{\"a\":" + "9".repeat(Json.NUMBER_LENGTH_MAX + 1) + "}";

        for (String body : new String[] {deep, longText, many, longName, longNumber}) {
            assertThatThrownBy(() -> read(body)).hasMessageContaining("no JSON that is accepted here");
        }
    }

    @Test
    void brokenUtf8IsMalformed() {
        byte[] body = "{\"a\":\"?\"}".getBytes(StandardCharsets.US_ASCII);
        body[6] = (byte) 0xC3;

        assertThatThrownBy(() -> Fields.of(body)).isInstanceOf(ProblemException.class);
    }

    /** Whatever is sent, the answer is a value or a refusal of the caller, never a fault of ours. */
    @ParameterizedTest
    @ValueSource(longs = {1, 2, 3, 4, 5})
    void aStormOfDamagedBodiesIsReadOrRefused(long seed) {
        var chance = new SplittableRandom(seed);
        int refused = 0;
        for (int round = 0; round < 4_000; round++) {
            byte[] body = WHOLE.getBytes(StandardCharsets.UTF_8);
            for (int hit = chance.nextInt(1, 6); hit > 0; hit--) {
                body[chance.nextInt(body.length)] = chance.nextBoolean()
                        ? (byte) chance.nextInt()
                        : (byte) "{}[]\",:0-e\\ntf".charAt(chance.nextInt(14));
            }
            try {
                Fields fields = Fields.of(body);
                fields.text("payee.name", 1, 60);
                fields.optionalBoolean("payee.firstTime");
                fields.number("amount.minor", 1, 1_000_000_000);
                fields.optionalDecimal("share", 0, 1);
                fields.texts("keys", 8, 8);
                fields.optionalDuration("for", Duration.ofMinutes(1));
                fields.done();
            } catch (ProblemException refusal) {
                assertThat(refusal.problem().status()).isIn(400, 422);
                refused++;
            }
        }
        assertThat(refused).as("the storm does damage").isGreaterThan(3_000);
    }

    private static Fields read(String body) {
        return Fields.of(body.getBytes(StandardCharsets.UTF_8));
    }

    private static void refused(Consumer<Fields> reading, int status, String detail) {
        assertThatThrownBy(() -> reading.accept(read(WHOLE)))
                .isInstanceOf(ProblemException.class)
                .hasMessageContaining(detail)
                .satisfies(thrown -> {
                    assertThat(((ProblemException) thrown).problem().status()).isEqualTo(status);
                    assertThat(thrown.getMessage()).doesNotContain("王", "2000000");
                });
    }
}
