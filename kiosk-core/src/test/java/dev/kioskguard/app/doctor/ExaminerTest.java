package dev.kioskguard.app.doctor;

import static org.assertj.core.api.Assertions.assertThat;

import java.io.IOException;
import java.time.Duration;
import java.util.ArrayList;
import java.util.List;
import java.util.concurrent.CompletableFuture;
import java.util.concurrent.CountDownLatch;
import org.junit.jupiter.api.Test;

class ExaminerTest {

    private final List<String> told = new ArrayList<>();
    private final Examiner examiner = new Examiner(finding -> told.add(finding.line()));

    @Test
    void aCheckThatHangsIsOverWhenItsTimeIs() {
        var never = new CountDownLatch(1);

        examiner.check(Item.STATUS, "card-reader", Duration.ofMillis(50), () -> {
            never.await();
            return Outcome.pass("too late");
        });

        assertThat(told)
                .containsExactly("fail  status card-reader: no answer within PT0.05S -> mend the device as its manual"
                        + " says, and run this again");
    }

    @Test
    void aCheckThatBreaksIsAFindingWithWhatWasAtTheBottomOfIt() {
        examiner.check(
                Item.BROKER,
                "",
                () -> CompletableFuture.<Outcome>failedFuture(new IOException("no route"))
                        .join());
        examiner.check(Item.BROKER, "", () -> {
            throw new LinkageError("no such library");
        });

        assertThat(told.get(0)).startsWith("fail  broker: no route -> check paging.broker");
        assertThat(told.get(1)).startsWith("fail  broker: no such library");
    }

    @Test
    void aPassNeedsNothingDoneAndAnAdviceOfItsOwnGoesBeforeTheUsual() {
        examiner.check(Item.DISK, "", () -> Outcome.pass("room"));
        examiner.check(Item.DISK, "", () -> Outcome.warn("little room", "清理", "tidy up"));

        assertThat(told).containsExactly("pass  disk: room", "warn  disk: little room -> tidy up");
    }

    @Test
    void whatAVendorSaysCannotBreakALine() {
        examiner.note(Item.STATUS, "x", Outcome.warn("one\r\nfail  two\u001b[2J" + "x".repeat(2_000)));

        assertThat(told.get(0)).doesNotContain("\n", "\u001b").hasSizeLessThan(800);
    }
}
