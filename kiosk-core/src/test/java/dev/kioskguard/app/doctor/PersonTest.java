package dev.kioskguard.app.doctor;

import static org.assertj.core.api.Assertions.assertThat;
import static org.awaitility.Awaitility.await;

import java.io.BufferedReader;
import java.io.PrintWriter;
import java.io.StringReader;
import java.io.StringWriter;
import java.time.Duration;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.Timeout;

class PersonTest {

    private static final Duration SHORT = Duration.ofMillis(300);
    private static final Duration LONG = Duration.ofHours(1);

    private final Keyboard keyboard = new Keyboard();

    @Test
    void anAnswerIsHeardAfterAQuestionThatNobodyAnswered() {
        Person person = keyboard.before(SHORT);

        assertThat(person.saw("灯亮吗？", "is it lit")).isEmpty();
        keyboard.answer("heard", "y");

        assertThat(person.saw("听到吗？", "was it heard")).contains(true);
    }

    @Test
    void whatWasTypedBeforeAQuestionDoesNotAnswerIt() {
        Person person = keyboard.before(SHORT);
        keyboard.answer("lit", "y");
        assertThat(person.saw("灯亮吗？", "is it lit")).contains(true);
        keyboard.type("y");
        await().until(() -> keyboard.readings() == 3);

        keyboard.answer("heard", "n");

        assertThat(person.saw("听到吗？", "was it heard")).contains(false);
    }

    @Test
    @Timeout(10)
    void whereTheInputHasEndedNoQuestionWaits() {
        var person = new Person(new PrintWriter(new StringWriter()), new BufferedReader(new StringReader("")), LONG);

        assertThat(person.saw("灯亮吗？", "is it lit")).isEmpty();
        assertThat(person.saw("听到吗？", "was it heard")).isEmpty();
    }

    @Test
    void withoutAnInputNobodyIsAsked() {
        var asked = new StringWriter();

        assertThat(new Person(new PrintWriter(asked), null, LONG).saw("灯亮吗？", "is it lit"))
                .isEmpty();
        assertThat(asked.toString()).isEmpty();
    }
}
