package dev.kioskguard.paging;

import static org.assertj.core.api.Assertions.assertThat;

import java.time.Duration;
import java.time.Instant;
import java.time.ZoneOffset;
import java.util.List;
import java.util.Random;
import java.util.Set;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;
import org.junit.jupiter.params.provider.ValueSource;

class PageBookTest {

    private static final Instant NOON = Instant.parse("2026-01-01T04:00:00Z");
    private static final Rota ROTA = Rota.usual(ZoneOffset.UTC);
    private static final Instant DEADLINE = NOON.plus(ROTA.lobbyManager());
    private static final String ID = "p-t-1";

    private final PageBook raised = PageBook.empty(ROTA).raised(call("t-1", "orange", "met-online"), NOON);

    @Test
    void aNewPageCallsTheLobbyManagerAndSaysUntilWhen() {
        assertThat(page(raised))
                .isEqualTo(new Page(
                        ID,
                        "ATM-1",
                        Page.LEVEL_FIRST,
                        "orange",
                        List.of("met-online"),
                        List.of(),
                        null,
                        List.of("talk"),
                        NOON,
                        NOON.plusSeconds(30),
                        Page.State.RAISED,
                        "t-1"));
        assertThat(raised.next()).contains(DEADLINE);
    }

    @Test
    void aTransferHasOnePageAndRaisingItAgainUpdatesIt() {
        PageBook again =
                raised.after(ID, Happening.SEEN, NOON).raised(call("t-1", "red", "coached"), NOON.plusSeconds(20));

        assertThat(again.all()).hasSize(1);
        assertThat(page(again).tier()).isEqualTo("red");
        assertThat(page(again).reasons()).containsExactly("coached");
        assertThat(page(again).state()).isEqualTo(Page.State.DELIVERED);
        assertThat(page(again).deadline()).as("no second 30 seconds").isEqualTo(DEADLINE);
    }

    @ParameterizedTest
    @CsvSource({
        "'', RAISED, 1",
        "d, DELIVERED, 1",
        "dd, DELIVERED, 1",
        "a, ACKNOWLEDGED, 1",
        "da, ACKNOWLEDGED, 1",
        "ad, ACKNOWLEDGED, 1",
        "l, UNDELIVERED, 2",
        "dl, ESCALATED, 2",
        "al, ACKNOWLEDGED, 1",
        "ld, ESCALATED, 2",
        "la, ACKNOWLEDGED, 2",
        "dla, ACKNOWLEDGED, 2",
        "e, ESCALATED, 2",
        "ae, ESCALATED, 2",
        "el, ESCALATED, 2",
        "ee, ESCALATED, 3",
        "eee, ESCALATED, 3",
        "ea, ACKNOWLEDGED, 2",
        "r, RESOLVED, 1",
        "lr, RESOLVED, 2",
        "rdaelu, RESOLVED, 1",
    })
    void aPageGoesThisWay(String happenings, Page.State state, int level) {
        PageBook book = raised;
        for (int i = 0; i < happenings.length(); i++) {
            book = after(book, happenings.charAt(i));
        }
        assertThat(page(book).state()).isEqualTo(state);
        assertThat(page(book).level()).isEqualTo(level);
    }

    @Test
    void aPageIsEscalatedAtItsDeadlineAndNotBefore() {
        assertThat(raised.at(DEADLINE.minusNanos(1))).isEqualTo(raised);
        PageBook late = raised.at(DEADLINE);
        assertThat(page(late).state()).isEqualTo(Page.State.UNDELIVERED);
        assertThat(late.next()).as("the next level has its own time").contains(DEADLINE.plus(ROTA.headOfBranch()));
    }

    @Test
    void whatHappenedToAPageThatIsNotThereChangesNothing() {
        assertThat(raised.after("p-other", Happening.TAKEN, NOON)).isEqualTo(raised);
        assertThat(raised.find("p-other")).isEmpty();
    }

    @Test
    void pagesOfBeforeComeBackAsTheyWereInTheirOrder() {
        PageBook two = raised.raised(call("t-2", "red", "coached"), NOON).after(ID, Happening.SEEN, NOON);
        assertThat(PageBook.empty(ROTA).restored(List.copyOf(two.all()))).isEqualTo(two);
    }

    @Test
    void onlyWhatChangedIsToldOfTwoBooks() {
        PageBook two = raised.raised(call("t-2", "red", "coached"), NOON);
        assertThat(two.since(raised)).extracting(Page::transferId).containsExactly("t-2");
        assertThat(two.after(ID, Happening.SEEN, NOON).since(two))
                .extracting(Page::id)
                .containsExactly(ID);
        assertThat(two.since(two)).isEmpty();
    }

    @Test
    void aFullBookForgetsTheOldestResolvedPageFirst() {
        PageBook book = raised;
        for (int i = 2; i <= PageBook.PAGES_MAX; i++) {
            book = book.raised(call("t-" + i, "red", "coached"), NOON);
        }
        PageBook full = book.after("p-t-7", Happening.OVER, NOON);
        assertThat(full.all()).hasSize(PageBook.PAGES_MAX);

        PageBook more = full.raised(call("t-new", "red", "coached"), NOON);
        assertThat(more.all()).hasSize(PageBook.PAGES_MAX);
        assertThat(more.find("p-t-7")).isEmpty();
        assertThat(more.find(ID)).isPresent();
        assertThat(more.forgottenSince(full)).containsExactly("p-t-7");
        assertThat(more.raised(call("t-newer", "red", "coached"), NOON).find(ID))
                .as("nothing is resolved, and the bound holds")
                .isEmpty();
    }

    /** Whatever happens in whatever order: seen or not, a page that is neither acknowledged nor ended is escalated. */
    @ParameterizedTest
    @ValueSource(longs = {1, 2, 3, 4, 5})
    void noPageWaitsForeverInAStorm(long seed) {
        var random = new Random(seed);
        for (int run = 0; run < 1_000; run++) {
            PageBook book = raised;
            for (int step = random.nextInt(8); step > 0; step--) {
                Page before = page(book);
                book = after(book, "daelru".charAt(random.nextInt(6)));
                assertThat(page(book).level()).isGreaterThanOrEqualTo(before.level());
                assertThat(before.isResolved() && !page(book).isResolved()).isFalse();
            }
            Page end = page(book.at(DEADLINE.plus(Duration.ofDays(1))));
            assertThat(end.state()).isNotIn(Set.of(Page.State.RAISED, Page.State.DELIVERED));
        }
    }

    private static PageBook after(PageBook book, char happening) {
        return switch (happening) {
            case 'd' -> book.after(ID, Happening.SEEN, NOON);
            case 'a' -> book.after(ID, Happening.TAKEN, NOON);
            case 'e' -> book.after(ID, Happening.MORE_WANTED, NOON);
            case 'r' -> book.after(ID, Happening.OVER, NOON);
            case 'u' -> book.raised(call("t-1", "red", "coached"), NOON);
            case 'l' -> book.at(DEADLINE);
            default -> throw new IllegalArgumentException("no happening is called " + happening);
        };
    }

    private static Page page(PageBook book) {
        return book.find(ID).orElseThrow();
    }

    private static Page.Call call(String transferId, String tier, String reason) {
        return new Page.Call("ATM-1", transferId, tier, List.of(reason), List.of(), null, List.of("talk"));
    }
}
