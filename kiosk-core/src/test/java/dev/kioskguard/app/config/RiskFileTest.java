package dev.kioskguard.app.config;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;

import dev.kioskguard.content.ShippedContent;
import dev.kioskguard.content.Words;
import dev.kioskguard.risk.Fact;
import dev.kioskguard.risk.RiskPolicy;
import dev.kioskguard.risk.RiskRule;
import dev.kioskguard.vision.Signal;
import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.time.Duration;
import java.time.Instant;
import java.time.InstantSource;
import java.util.ArrayList;
import java.util.Arrays;
import java.util.List;
import java.util.Map;
import java.util.Set;
import java.util.stream.Collectors;
import org.junit.jupiter.api.AfterEach;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;

class RiskFileTest {

    private static final Path SHIPPED = ConfigWatchTest.SHIPPED.resolveSibling("risk.yaml");
    private static final Words WORDS = ShippedContent.pack().words();

    @TempDir
    private Path folder;

    private Path file;
    private String shipped;
    private ConfigWatch watch;

    @BeforeEach
    void copyWhatIsShipped() throws IOException {
        shipped = Files.readString(SHIPPED);
        file = folder.resolve("risk.yaml");
        Files.writeString(file, shipped);
        Files.copy(ConfigWatchTest.SHIPPED, folder.resolve("kiosk.yaml"));
        watch = ConfigWatch.open(folder.resolve("kiosk.yaml"), InstantSource.fixed(Instant.EPOCH));
    }

    @AfterEach
    void close() {
        watch.close();
    }

    @Test
    void everyReasonOfTheShippedPolicyHasWords() {
        Set<String> reasons =
                ShippedPolicy.RISK.rules().stream().map(RiskRule::reason).collect(Collectors.toSet());

        assertThat(reasons).as("control").hasSizeGreaterThan(30);
        assertThat(WORDS.reasons()).containsAll(reasons);
    }

    /** A signal is told to staff by its own code wherever it stands, whether a rule weighs it or not. */
    @Test
    void everySignalHasWordsAndARule() {
        Set<String> rules =
                ShippedPolicy.RISK.rules().stream().map(RiskRule::reason).collect(Collectors.toSet());
        Set<String> signals = Arrays.stream(Signal.values()).map(Signal::reason).collect(Collectors.toSet());

        assertThat(WORDS.reasons()).containsAll(signals);
        assertThat(rules).containsAll(signals);
    }

    @Test
    void theSchemaKnowsEverySignalAndEveryFact() throws IOException {
        for (Fact fact : Fact.values()) {
            write(changed("facts: [anomaly]", "facts: [" + fact.word() + "]").replace("next", fact.word()));
            assertThat(refusals()).as(fact.word()).isEmpty();
        }
        for (Signal signal : Signal.values()) {
            write(changed("signals: [PAPER_NOTE]", "signals: [" + signal.name() + "]")
                    .replace("next", signal.name()));
            assertThat(refusals()).as(signal.name()).isEmpty();
        }
    }

    /** Each mistake is told with the line on which it stands, its path, and what to write instead. */
    @ParameterizedTest
    @CsvSource(
            delimiter = '|',
            value = {
                "points: {yellow: 2 | points: {yellow: 0 | points.yellow | a whole number from 1 to 100",
                "red: 9} | red: 4} | points | must rise",
                "window: PT24H | window: P30D | window | from PT1H",
                "list-age-max: PT24H | list-age-max: soon | list-age-max | an ISO 8601 duration",
                "{amount: 10000 | {amount: -1 | classes.student.amount | yuan with at most two decimals",
                "{amount: 10000 | {amount: 0.015 | classes.student | too many decimals",
                "balance-share: 0.7 | balance-share: 70 | classes.student.balance-share | a share from 0.01 to 1",
                "transfers: 4} | transfers: 1} | classes.student.transfers | from 2 to 16",
                "  standard: | standart: | classes.standard | is missing",
                "kind: host, when: {facts: [anomaly]} | kind: guess, when: {facts: [anomaly]} | kind | camera, behaviour",
                "facts: [anomaly] | facts: [anomalous] | when.facts.0 | one of first-time",
                "signals: [PAPER_NOTE] | signals: [PAPER] | when.signals.0 | one of CALL_AT_EAR",
                "when: {facts: [anomaly]} | when: {tier: red} | when.tier | is no key of this place",
                "when: {facts: [anomaly]} | when: {} | when | what must hold",
                "when: {facts: [anomaly]} | points: 3 | points | uplicate",
                "coached: [\"yes\"] | coached: [true] | answers.coached.0 | the id of a choice",
            })
    void aMistakeIsToldWithItsLineAndWhatToWrite(String good, String bad, String path, String instead)
            throws IOException {
        RiskPolicy before = watch.risk().current();
        String text = changed(good, bad);
        int line =
                (int) text.substring(0, text.indexOf(bad.strip()) + 1).lines().count();

        write(text);

        assertThat(watch.risk().current()).isSameAs(before);
        assertThat(refusals())
                .anySatisfy(complaint -> assertThat(complaint)
                        .startsWith(file + ":")
                        .contains(path)
                        .contains(instead));
        if (!instead.startsWith("uplicate") && !instead.startsWith("is missing")) {
            assertThat(refusals()).anyMatch(it -> it.startsWith(file + ":" + line + ": "));
        }
    }

    @Test
    void aChangeCountsAtOnceAndListenersHearOfIt() throws IOException {
        List<RiskPolicy> heard = new ArrayList<>();
        watch.risk().onChange(heard::add);

        write(changed("list-age-max: PT24H", "list-age-max: PT12H"));

        assertThat(heard).containsExactly(watch.risk().current());
        assertThat(watch.risk().current().listAgeMax()).isEqualTo(Duration.ofHours(12));
        assertThat(watch.status().refusal()).isNull();
    }

    @Test
    void aPolicyThatSaysSomethingElseNeedsAnotherVersion() throws IOException {
        write(shipped.replace("list-age-max: PT24H", "list-age-max: PT12H"));

        assertThat(refusals()).singleElement().asString().contains("version: is that of the policy before");
        assertThat(watch.risk().current().listAgeMax()).isEqualTo(Duration.ofHours(24));

        write(shipped + "# a remark changes nothing\n");
        assertThat(refusals()).isEmpty();
    }

    @Test
    void aReasonWithoutWordsIsRefusedAtTheStartAndLater() throws IOException {
        watch.speaking(WORDS.reasons());
        write(changed("reason: anomaly,", "reason: oddity,"));

        assertThat(refusals()).singleElement().asString().contains("'oddity' has no words", "reasons.yaml");
        assertThatThrownBy(() -> watch.speaking(Set.of("coached")))
                .isInstanceOf(ConfigException.class)
                .hasMessageContaining("rules.0.reason");
    }

    /** A pack and a policy come from two hands on two days: a rule on a question that is not asked is only told. */
    @Test
    void aQuestionThatIsNotAskedMakesARuleSilentAndIsNamed() {
        var offered = Map.of(
                "know-payee", Set.of("stranger", "met-online"),
                "how-met", Set.of("by-phone", "group"),
                "contact-now", Set.of("phone", "wechat", "qq", "other"));

        List<String> never = ShippedPolicy.RISK.neverAsked(offered);

        assertThat(never).contains("coached.yes", "loan-met.never-met").noneMatch(it -> it.startsWith("know-payee"));
    }

    @Test
    void everyChoiceOfTheContractThatAShippedRuleNamesIsOffered() {
        var script = ShippedContent.pack().script();
        Map<String, Set<String>> offered = script.questions().stream()
                .collect(Collectors.toMap(question -> question.id(), question -> Set.copyOf(question.choices())));

        assertThat(offered).as("control").containsKeys("know-payee", "how-met", "contact-now", "coached");
        assertThat(ShippedPolicy.RISK.neverAsked(offered))
                .noneMatch(never -> offered.containsKey(never.substring(0, never.indexOf('.'))));
    }

    private String changed(String good, String bad) {
        assertThat(shipped).as("control").contains(good.strip());
        return shipped.replace(good.strip(), bad.strip()).replace("version: \"2026.11.2\"", "version: \"next\"");
    }

    private void write(String text) throws IOException {
        Files.writeString(file, text);
        watch.check();
    }

    private List<String> refusals() {
        var refusal = watch.risk().status().refusal();
        return refusal == null ? List.of() : refusal.complaints();
    }
}
