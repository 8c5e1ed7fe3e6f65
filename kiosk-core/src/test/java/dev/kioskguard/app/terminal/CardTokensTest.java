package dev.kioskguard.app.terminal;

import static org.assertj.core.api.Assertions.assertThat;

import dev.kioskguard.app.terminal.CardTokens.Tokens;
import dev.kioskguard.audit.DataDirectory;
import dev.kioskguard.device.CardData;
import dev.kioskguard.guard.state.CardMemory;
import dev.kioskguard.guard.state.GuardState;
import dev.kioskguard.guard.state.Visit;
import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.nio.file.attribute.PosixFilePermissions;
import java.time.Duration;
import java.time.Instant;
import java.util.List;
import java.util.Random;
import java.util.Set;
import org.junit.jupiter.api.AfterEach;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;

class CardTokensTest {

    private static final Instant START = Instant.parse("2026-01-01T00:00:00Z");
    private static final CardData CARD = new CardData("6222020000000001=4912");

    @TempDir
    private Path folder;

    private DataDirectory data;
    private Instant now = START;
    private final Random chance = new Random(1);

    @BeforeEach
    void open() {
        data = DataDirectory.open(folder);
    }

    @AfterEach
    void close() {
        data.close();
    }

    private CardTokens tokens() {
        return new CardTokens(data, () -> now, chance);
    }

    private Visit visit(Tokens by) {
        return new Visit(
                "s-1",
                by.current(),
                by.former(),
                CARD.masked(),
                "zh-CN",
                Visit.Mode.GUARD,
                Set.of(),
                now,
                false,
                List.of());
    }

    @Test
    void theSameCardHasTheSameTokenAcrossARestartAndUntilTheLastSecond() {
        Tokens first = tokens().of(CARD);
        now = START.plus(CardTokens.SALT_LIFE).minusSeconds(1);

        assertThat(tokens().of(CARD)).isEqualTo(first);
        assertThat(first.former()).isNull();
    }

    @Test
    void aCardIsKnownAgainOverARenewalAndNotAfterTwo() {
        CardTokens tokens = tokens();
        Tokens first = tokens.of(CARD);
        GuardState state = GuardState.EMPTY.remembering(
                first.current(), CardMemory.nothing(START).stopped(Instant.MAX, START));

        now = START.plus(CardTokens.SALT_LIFE);
        Tokens second = tokens.of(CARD);
        assertThat(second.current()).isNotEqualTo(first.current());
        assertThat(second.former()).isEqualTo(first.current());
        assertThat(state.memory(visit(second), now).stoppedAt(now)).isTrue();

        now = START.plus(CardTokens.SALT_LIFE.multipliedBy(2));
        Tokens third = tokens.of(CARD);
        assertThat(third.former()).isEqualTo(second.current());
        assertThat(state.memory(visit(third), now).stoppedAt(now)).isFalse();
    }

    @Test
    void theFormerSaltCountsThirtyDaysMoreAndIsGoneThen() throws IOException {
        CardTokens tokens = tokens();
        now = START.plus(CardTokens.SALT_LIFE);
        tokens.look();
        byte[] former = Files.readAllBytes(data.file(CardTokens.FORMER_FILE));
        Path held = folder.resolve("another-name-of-the-same-place");
        Files.createLink(held, data.file(CardTokens.FORMER_FILE));
        assertThat(former).as("control").isNotEqualTo(new byte[former.length]);

        now = now.plus(CardTokens.FORMER_LIFE).minusSeconds(1);
        assertThat(tokens.of(CARD).former()).isNotNull();
        now = now.plusSeconds(1);
        assertThat(tokens.of(CARD).former()).isNull();

        assertThat(data.file(CardTokens.FORMER_FILE)).doesNotExist();
        assertThat(Files.readAllBytes(held)).as("overwritten where it lay").isEqualTo(new byte[former.length]);
    }

    @Test
    void aMachineThatSleptForHalfAYearKnowsNobody() {
        Tokens first = tokens().of(CARD);
        now = START.plus(Duration.ofDays(180));

        Tokens later = tokens().of(CARD);

        assertThat(later.current()).isNotEqualTo(first.current());
        assertThat(later.former()).isNull();
        assertThat(data.file(CardTokens.FORMER_FILE)).doesNotExist();
    }

    /** The token of one and the same card by other salts is never the one that was given. */
    @Test
    void withoutItsSaltATokenSaysNothingOfACard() throws IOException {
        Tokens known = tokens().of(CARD);
        assertThat(tokens().of(CARD)).as("control: with the salt it is found").isEqualTo(known);
        assertThat(known.current()).doesNotContain("6222", "0001").hasSize(22);

        for (int other = 0; other < 50; other++) {
            Files.delete(data.file(CardTokens.CURRENT_FILE));
            assertThat(tokens().of(CARD).current()).isNotEqualTo(known.current());
        }
    }

    @Test
    void onlyTheServicesAccountMayReadASalt() throws IOException {
        CardTokens tokens = tokens();
        now = START.plus(CardTokens.SALT_LIFE);
        tokens.look();

        for (String name : new String[] {CardTokens.CURRENT_FILE, CardTokens.FORMER_FILE}) {
            assertThat(Files.getPosixFilePermissions(data.file(name)))
                    .isEqualTo(PosixFilePermissions.fromString("rw-------"));
        }
    }

    @Test
    void aLossOfPowerInTheMiddleOfARenewalLosesNoFormerSalt() throws IOException {
        Tokens first = tokens().of(CARD);
        now = START.plus(CardTokens.SALT_LIFE);
        Files.move(data.file(CardTokens.CURRENT_FILE), data.file(CardTokens.FORMER_FILE));

        Tokens after = tokens().of(CARD);

        assertThat(after.former()).isEqualTo(first.current());
        assertThat(after.current()).isNotEqualTo(first.current());
    }
}
