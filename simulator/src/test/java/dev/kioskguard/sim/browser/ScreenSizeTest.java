package dev.kioskguard.sim.browser;

import static org.assertj.core.api.Assertions.assertThat;

import dev.kioskguard.content.Language;
import java.util.ArrayList;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import java.util.Objects;
import java.util.TreeMap;
import java.util.function.Predicate;
import java.util.stream.Stream;
import org.junit.jupiter.api.Tag;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;
import org.junit.jupiter.params.provider.MethodSource;
import org.junit.jupiter.params.provider.ValueSource;
import tools.jackson.databind.node.ObjectNode;

/**
 * Every screen in every layout, mode and language, measured on three panels as real as a browser can make them: Chinese
 * of 9 mm, in titles of 14 mm, Latin capitals of 0.7° there and in titles, targets of 20 mm with 5 mm between them,
 * contrast 7:1, nothing that overlaps, is cut off or scrolls, facts and deed always in view, and nothing smaller for
 * elders than for others.
 */
class ScreenSizeTest extends OnTheScreen {

    /** How often the words of a kind change at most. */
    private static final Map<String, Long> VIEWS_MAX = Map.of("warning", 4L);

    /** A warning is known by its title, in English too. */
    private static final double TITLE_TO_LINES_MIN = 1.3;

    /** English is left to the night, but for the smallest panel as most see it. */
    @ParameterizedTest
    @MethodSource("panels")
    void everyScreenIsLargeEnoughForEyesAndFingers(Panel panel) {
        everyScreenIsLargeEnough(
                panel,
                variant -> variant.language().equals("zh")
                        || (panel.equals(Panel.SMALL) && variant.mode().equals("ordinary")));
    }

    static Stream<Panel> panels() {
        return Stream.of(Panel.SMALL, Panel.MIDDLE, Panel.WIDE);
    }

    @Tag("nightly")
    @ParameterizedTest
    @MethodSource("panels")
    void everyScreenIsLargeEnoughInEnglishToo(Panel panel) {
        everyScreenIsLargeEnough(panel, variant -> variant.language().equals("en"));
    }

    private void everyScreenIsLargeEnough(Panel panel, Predicate<Variant> wanted) {
        List<Variant> variants = Variant.all().stream().filter(wanted).toList();
        Map<Variant, ScreenLint> found = linted(variants, panel);
        Map<String, Object> faults = faults(found);
        found.forEach((variant, lint) -> {
            List<String> wrong = tooSmall(lint, variant, found);
            if (!wrong.isEmpty()) {
                faults.put(variant.name() + " sizes", wrong);
            }
        });
        assertThat(faults).isEmpty();
    }

    @Test
    void everyTextThatShipsStandsWholeOnTheSmallestPanel() {
        List<Variant> variants = Variant.everyText();
        assertThat(variants.stream().map(Variant::textId).distinct())
                .as("control: every text")
                .containsExactlyElementsOf(Screens.ids());
        assertThat(faults(linted(variants, Panel.SMALL))).isEmpty();
    }

    @Tag("nightly")
    @ParameterizedTest
    @ValueSource(strings = {"ordinary", "elder", "plain", "audio"})
    void everyTextStandsWholeInEveryLayout(String mode) {
        List<Variant> variants = Variant.ofEveryText(variant -> variant.mode().equals(mode));
        assertThat(faults(linted(variants, Panel.SMALL))).isEmpty();
    }

    @Test
    void aStateOfAGuardOfYesterdayStandsWholeToo() {
        page.browser.sized(Panel.SMALL.width(), Panel.SMALL.height());
        // Without a panel, a layout and a case; the page assumes the smallest.
        List<ObjectNode> states = Variant.texts().stream()
                .map(textId -> Screens.of(textId, Language.of("zh")))
                .toList();

        assertThat(ScreenLint.ofEach(page, states, Panel.SMALL))
                .allSatisfy(found -> assertThat(found.faults()).isEmpty());
    }

    private Map<Variant, ScreenLint> linted(List<Variant> variants, Panel panel) {
        page.browser.sized(panel.width(), panel.height());
        List<ScreenLint> found = ScreenLint.ofEach(
                page, variants.stream().map(variant -> variant.stateOn(panel)).toList(), panel);
        Map<Variant, ScreenLint> linted = new LinkedHashMap<>();
        for (int i = 0; i < variants.size(); i++) {
            linted.put(variants.get(i), found.get(i));
        }
        return linted;
    }

    private static Map<String, Object> faults(Map<Variant, ScreenLint> linted) {
        Map<String, Object> faults = new TreeMap<>();
        linted.forEach((variant, found) -> {
            assertThat(found.texts()).as("control: words of %s", variant).isPositive();
            List<String> wrong = new ArrayList<>(found.faults());
            if (found.views() > VIEWS_MAX.getOrDefault(Screens.kindOf(variant.textId()), Long.MAX_VALUE)) {
                wrong.add("takes %d turns".formatted(found.views()));
            }
            if (variant.isWarning() && variant.mode().equals("ordinary") && titleToLines(found) < TITLE_TO_LINES_MIN) {
                wrong.add("small title: " + found.sizes());
            }
            if (!wrong.isEmpty()) {
                faults.put(variant.name(), wrong);
            }
        });
        return faults;
    }

    @ParameterizedTest
    @CsvSource({
        "ask.know-payee, ordinary, h1, 'font-size: 6mm; color: inherit', small",
        "ask.know-payee, ordinary, h1, 'font-size: 13mm', title",
        "ask.know-payee, ordinary, .line, 'font-size: 14px', small",
        "ask.know-payee, ordinary, .line, 'color: #777', contrast",
        "ask.know-payee, ordinary, .choices button, 'height: 40px; min-height: 0', target",
        "ask.know-payee, ordinary, .choices button + button, 'margin-top: -30px', gap",
        "ask.know-payee, ordinary, h1, 'margin-left: -300px', cut off",
        "ask.know-payee, ordinary, .message, 'margin-top: 120px', overlap",
        "ask.know-payee, ordinary, .line, 'display: none', gone",
        "ask.know-payee, ordinary, .choices .says, 'margin-left: -30px', meets",
        "ask.know-payee, ordinary, .rail .key, 'margin-left: -200px', out of its key",
        "ask.know-payee, plain, .choices svg, 'display: none', no picture",
        "reminder.true, ordinary, .line, 'word-break: break-all; width: 1.2em', torn",
        "result.refused, plain, .turn, 'display: none', nothing tells",
        "confirm-again.surname, elder, .choices .whole, 'white-space: normal; word-break: break-all; "
                + "display: inline-block; width: 1em', broken"
    })
    void aScreenThatIsMadeWorseIsFound(String textId, String mode, String part, String style, String fault) {
        page.browser.sized(Panel.SMALL.width(), Panel.SMALL.height());
        Variant sound = new Variant(textId, "", mode, "zh");
        assertThat(lint(sound.stateOn(Panel.SMALL), Panel.SMALL).faults())
                .as("control: it was sound before")
                .isEmpty();

        page.browser.run("document.querySelector(arguments[0]).style.cssText = arguments[1]", part, style);

        assertThat(ScreenLint.of(page.browser, Panel.SMALL).faults())
                .anySatisfy(found -> assertThat(found).startsWith(fault));
    }

    @Test
    void everyChoiceThatShipsHasItsPictogram() {
        page.show("ask-purpose");
        List<String> ids = Screens.PACK.words().choices().stream()
                .filter(id -> !id.contains(".") || id.matches("comprehension\\.[a-z-]+"))
                .filter(id -> !Screens.RAIL_KEYS.containsKey(id))
                .toList();
        assertThat(ids).as("control: there are choices").hasSizeGreaterThan(80);

        assertThat(unpictured(ids)).isEqualTo(List.of());
        assertThat(unpictured(List.of("nobody-drew-this")))
                .as("control: one that nobody drew")
                .isEqualTo(List.of("nobody-drew-this"));
    }

    private Object unpictured(List<String> ids) {
        return Objects.requireNonNull(page.browser
                .driver()
                .executeAsyncScript(
                        "const [ids, done] = arguments; import('/screen/pictures.js')"
                                + ".then(({ isPictured }) => done(ids.filter((id) => !isPictured(id))));",
                        ids));
    }

    @Test
    void eighteenPurposesAreShownInPartsAndAllOfThemAreReached() {
        page.browser.sized(Panel.SMALL.width(), Panel.SMALL.height());
        String screen = page.show(new Variant("ask-purpose", "", "elder", "zh").stateOn(Panel.SMALL));
        String shown = "[...document.querySelectorAll('.choices .choice')].filter(b => !b.hidden).length";
        assertThat(page.browser.is(shown + " < 18")).isTrue();
        assertThat(page.browser.is("document.querySelector('[data-choice=prize-fee]').hidden"))
                .isTrue();

        page.browser.run("document.querySelector('.more').click()");
        page.untilReady();
        page.press("prize-fee");

        page.awaitAnswer(screen, "prize-fee");
    }

    private static double titleToLines(ScreenLint found) {
        return found.sizes().getOrDefault("h1", 0.0) / found.sizes().getOrDefault(".body .line", 1.0);
    }

    private static List<String> tooSmall(ScreenLint found, Variant variant, Map<Variant, ScreenLint> all) {
        List<String> wrong = new ArrayList<>();
        Map<String, Double> sizes = found.sizes();
        if (sizes.getOrDefault("h1", 0.0) <= sizes.getOrDefault(".body .line", 0.0)) {
            wrong.add("title no larger than the words: " + sizes);
        }
        if (variant.mode().equals("elder")) {
            ScreenLint others = Objects.requireNonNull(all.get(variant.in("ordinary")), variant::name);
            sizes.forEach((text, px) -> {
                double usual = others.sizes().getOrDefault(text, 0.0);
                if (px < usual) {
                    wrong.add("smaller for elders: %s of %.1f px instead of %.1f".formatted(text, px, usual));
                }
            });
        }
        return wrong;
    }

    private ScreenLint lint(ObjectNode state, Panel panel) {
        page.show(state);
        return ScreenLint.of(page.browser, panel);
    }
}
