package dev.kioskguard.web.desk;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;

import dev.kioskguard.web.http.ProblemException;
import java.util.concurrent.CompletableFuture;
import java.util.concurrent.CompletionStage;
import java.util.concurrent.atomic.AtomicInteger;
import org.junit.jupiter.api.Test;

class FirstAnswersTest {

    private final FirstAnswers<Integer> answers = new FirstAnswers<>();
    private final AtomicInteger carriedOut = new AtomicInteger();

    @Test
    void anActionThatIsStillUnderWayIsNotBegunTwice() {
        var answer = new CompletableFuture<Integer>();
        CompletionStage<Integer> first = answers.to("a", "s", "p", () -> answer);
        CompletionStage<Integer> second = answers.to("a", "s", "p", this::next);
        answer.complete(7);

        assertThat(first.toCompletableFuture()).isCompletedWithValue(7);
        assertThat(second.toCompletableFuture()).isCompletedWithValue(7);
        assertThat(carriedOut).hasValue(0);
    }

    @Test
    void anActionThatFailedMayBeTriedAgain() {
        answers.to("a", "s", "p", () -> CompletableFuture.failedFuture(new IllegalStateException("full")));
        assertThat(answers.to("a", "s", "p", this::next).toCompletableFuture()).isCompletedWithValue(1);
    }

    @Test
    void anActionBelongsToItsSessionAndItsPage() {
        answers.to("a", "s", "p", this::next);
        assertThatThrownBy(() -> answers.to("a", "other", "p", this::next)).isInstanceOf(ProblemException.class);
        assertThatThrownBy(() -> answers.to("a", "s", "other", this::next)).isInstanceOf(ProblemException.class);
        assertThat(carriedOut).hasValue(1);
    }

    @Test
    void onlySoManyActionsAreRemembered() {
        for (int i = 0; i <= FirstAnswers.ACTIONS_MAX; i++) {
            answers.to("a-" + i, "s", "p", this::next);
        }
        assertThat(answers.to("a-1", "s", "p", this::next).toCompletableFuture())
                .as("the oldest but one is remembered")
                .isCompletedWithValue(2);
        assertThat(answers.to("a-0", "s", "p", this::next).toCompletableFuture())
                .isCompletedWithValue(FirstAnswers.ACTIONS_MAX + 2);
    }

    private CompletionStage<Integer> next() {
        return CompletableFuture.completedFuture(carriedOut.incrementAndGet());
    }
}
