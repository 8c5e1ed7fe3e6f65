package dev.kioskguard.sim.bank.host;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;

import java.time.Duration;
import java.time.Instant;
import org.junit.jupiter.api.Test;
import org.mockito.Mockito;
import tools.jackson.databind.node.MissingNode;

class HostLineTest {

    private static final LedgerEntry PAID = new LedgerEntry("T1", "jws", TransferStatus.PAID, Instant.EPOCH);

    private final Host host = Mockito.mock(Host.class);
    private final HostLine line = new HostLine(host);

    @Test
    void aLostAnswerMeansThatTheHostHasDoneItAllTheSame() {
        line.suffer(HostLine.Fault.LOST);
        assertUnreachable();
        Mockito.verify(host).submit("jws", MissingNode.getInstance());
    }

    @Test
    void aDeadLineReachesNothing() {
        line.suffer(HostLine.Fault.DEAD);
        assertUnreachable();
        Mockito.verifyNoInteractions(host);
    }

    @Test
    void aMendedLineAnswers() {
        Mockito.when(host.submit("jws", MissingNode.getInstance())).thenReturn(PAID);
        line.suffer(HostLine.Fault.DEAD);
        line.suffer(HostLine.Fault.NONE);
        assertThat(line.submit("jws", MissingNode.getInstance())).isEqualTo(PAID);
    }

    @Test
    void whoeverWaitsForTheRepairIsToldAtOnce() throws InterruptedException {
        line.suffer(HostLine.Fault.SLOW);
        Thread waiting = new Thread(() -> {
            try {
                line.awaitRepair(Duration.ofMinutes(5));
            } catch (InterruptedException e) {
                Thread.currentThread().interrupt();
            }
        });
        waiting.start();
        line.suffer(HostLine.Fault.NONE);
        waiting.join(Duration.ofSeconds(30).toMillis());
        assertThat(waiting.isAlive()).isFalse();
    }

    private void assertUnreachable() {
        assertThatThrownBy(() -> line.submit("jws", MissingNode.getInstance()))
                .isInstanceOf(HostUnreachableException.class);
    }
}
