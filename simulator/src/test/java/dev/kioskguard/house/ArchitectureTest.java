package dev.kioskguard.house;

import static com.tngtech.archunit.base.DescribedPredicate.alwaysTrue;
import static com.tngtech.archunit.core.domain.JavaClass.Predicates.resideInAPackage;
import static com.tngtech.archunit.lang.syntax.ArchRuleDefinition.classes;
import static com.tngtech.archunit.lang.syntax.ArchRuleDefinition.noClasses;
import static com.tngtech.archunit.library.dependencies.SlicesRuleDefinition.slices;
import static org.assertj.core.api.Assertions.assertThat;

import com.tngtech.archunit.base.DescribedPredicate;
import com.tngtech.archunit.core.domain.JavaClass;
import com.tngtech.archunit.core.domain.JavaClasses;
import com.tngtech.archunit.lang.ArchRule;
import java.nio.file.Path;
import java.util.List;
import java.util.stream.Stream;
import org.jspecify.annotations.NullMarked;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;
import org.junit.jupiter.params.provider.ValueSource;

/** Which package may know which: one rule a test, and first of all that the rules see the code. */
class ArchitectureTest {
    private static final JavaClasses SHIPPED = House.shipped();

    /** The packages of the core from the top down: none may import one of an earlier line. */
    private static final List<List<String>> RANKS = List.of(
            List.of("app"),
            List.of("web"),
            List.of("guard"),
            List.of("paging", "risk", "content", "transfer"),
            List.of("vision", "audit", "device"));

    /** A class of each of these ranks but the last, for an offender below it to know. */
    private static final List<String> KNOWN = List.of(
            "dev.kioskguard.app.Main",
            "dev.kioskguard.web.http.Problem",
            "dev.kioskguard.guard.state.GuardState",
            "dev.kioskguard.transfer.Money");

    @TempDir
    private Path folder;

    private int offences;

    @Test
    void theRulesSeeTheCodeOfEveryModuleAndNoTests() {
        assertThat(SHIPPED.contain("dev.kioskguard.device.CardReader")).isTrue();
        assertThat(SHIPPED.contain("dev.kioskguard.app.Main")).isTrue();
        assertThat(SHIPPED.contain("dev.kioskguard.sim.app.Main")).isTrue();
        assertThat(SHIPPED).anyMatch(type -> type.getPackageName().startsWith("dev.kioskguard.adapter"));
        assertThat(SHIPPED).noneMatch(type -> type.getSimpleName().endsWith("Test"));
        assertThat(SHIPPED).noneMatch(type -> type.getSimpleName().endsWith("Contract"));
    }

    @Test
    void packagesFormNoCycle() {
        check(
                slices().matching("dev.kioskguard.(**)").should().beFreeOfCycles(),
                "package dev.kioskguard.one; public class One { dev.kioskguard.two.Two two; }",
                "package dev.kioskguard.two; public class Two { dev.kioskguard.one.One one; }");
    }

    @Test
    void theCoreKnowsNoAdapterAndNobodyKnowsTheSimulator() {
        check(
                noClasses()
                        .that(resideInAPackage("dev.kioskguard..").and(not("dev.kioskguard.sim..")))
                        .should()
                        .dependOnClassesThat(resideInAPackage("dev.kioskguard.sim..")),
                knowing("dev.kioskguard.adapter.xfs4iot", "dev.kioskguard.sim.terminal.Terminal"));
        check(
                noClasses()
                        .that(resideInAPackage("dev.kioskguard..")
                                .and(not("dev.kioskguard.sim.."))
                                .and(not("dev.kioskguard.adapter..")))
                        .should()
                        .dependOnClassesThat(resideInAPackage("dev.kioskguard.adapter..")),
                knowing("dev.kioskguard.app", "dev.kioskguard.adapter.xfs4iot.message.Message"));
    }

    @Test
    void packagesOfTheCoreDependDownwards() {
        for (int rank = 1; rank < RANKS.size(); rank++) {
            var above = RANKS.subList(0, rank).stream().flatMap(List::stream);
            check(
                    noClasses()
                            .that()
                            .resideInAnyPackage(packages(RANKS.get(rank).stream()))
                            .should()
                            .dependOnClassesThat()
                            .resideInAnyPackage(packages(above)),
                    knowing("dev.kioskguard." + RANKS.get(rank).get(0), KNOWN.get(rank - 1)));
        }
        assertThat(RANKS.stream().flatMap(List::stream))
                .as("control: every package of the core has a rank")
                .containsAll(packagesOfTheCore());
    }

    @ParameterizedTest
    @ValueSource(strings = {"guard", "risk", "paging", "transfer"})
    void whatDecidesImportsOnlyJava(String name) {
        check(
                classes()
                        .that(resideInAPackage("dev.kioskguard." + name + "..")
                                .and(not("dev.kioskguard.transfer.clearance..")))
                        .should()
                        .onlyDependOnClassesThat()
                        .resideInAnyPackage("java..", "org.jspecify..", "dev.kioskguard.."),
                knowing("dev.kioskguard." + name, "org.slf4j.Logger"));
    }

    @Test
    void adaptersDoNotKnowEachOther() {
        check(
                slices().matching("dev.kioskguard.adapter.(*)..")
                        .should()
                        .notDependOnEachOther()
                        .ignoreDependency(resideInAPackage("dev.kioskguard.adapter.app.."), alwaysTrue()),
                "package dev.kioskguard.adapter.one; public class One {}",
                knowing("dev.kioskguard.adapter.two", "dev.kioskguard.adapter.one.One"));
    }

    @ParameterizedTest
    @CsvSource({
        "com.sun.jna.., dev.kioskguard.adapter.xfs..",
        "com.hivemq.., dev.kioskguard.adapter.mqtt..",
        "org.opencv.., dev.kioskguard.adapter.opencv..",
        "org.bytedeco.., dev.kioskguard.adapter.opencv..",
        "org.java_websocket.., dev.kioskguard.adapter.xfs4iot..",
        "picocli.., dev.kioskguard..app..",
        "io.micrometer.., dev.kioskguard.app.metrics..",
        "com.webauthn4j.., dev.kioskguard.web.desk.passkey..",
    })
    void aLibraryStaysInThePackageItIsFor(String library, String home) {
        String inside = library.replace("..", ".stub");
        check(
                noClasses()
                        .that(not(home).and(not("dev.kioskguard.sim..")))
                        .should()
                        .dependOnClassesThat(resideInAPackage(library)),
                "package " + inside + "; public class Stub {}",
                knowing("dev.kioskguard.device", inside + ".Stub"));
    }

    @Test
    void onlyTheWiringReadsAClock() {
        check(noClasses()
                .that(not("dev.kioskguard.app..")
                        .and(not("dev.kioskguard.adapter.app.."))
                        .and(not("dev.kioskguard.sim.app.."))
                        .and(not("dev.kioskguard.sim.whole..")))
                .should(Habits.READ_A_CLOCK));
        assertThat(Habits.READ_A_CLOCK).is(Habits.caughtIn(Habits.Offender.class));
    }

    @Test
    void onlyTheWiringTossesACoin() {
        check(noClasses()
                .that(not("dev.kioskguard.app..")
                        .and(not("dev.kioskguard.adapter.app.."))
                        .and(not("dev.kioskguard.sim.app.."))
                        .and(not("dev.kioskguard.sim.whole..")))
                .should(Habits.TOSS_A_COIN));
        assertThat(Habits.TOSS_A_COIN).is(Habits.caughtIn(Habits.Offender.class));
    }

    @Test
    void nobodySleeps() {
        check(noClasses().should(Habits.SLEEP));
        assertThat(Habits.SLEEP).is(Habits.caughtIn(Habits.Offender.class));
    }

    /** A guard keeps no picture. The sheet of errors is for whoever asks {@code look} for it, and for nobody else. */
    @Test
    void whatShipsToATerminalWritesNoPicture() {
        String sheet = "dev.kioskguard.adapter.opencv.look";
        check(noClasses().that(not("dev.kioskguard.sim..").and(not(sheet))).should(Habits.WRITE_A_PICTURE));
        check(noClasses()
                .that(not(sheet).and(not("dev.kioskguard.sim.app")))
                .should()
                .dependOnClassesThat(resideInAPackage(sheet)));
        assertThat(Habits.WRITE_A_PICTURE).is(Habits.caughtIn(Habits.Offender.class));
    }

    @Test
    void whatShipsToATerminalNeverSaysThatASimulatorExists() {
        check(noClasses().that(not("dev.kioskguard.sim..")).should(Habits.SPEAK_OF_A_SIMULATOR));
        assertThat(Habits.SPEAK_OF_A_SIMULATOR).is(Habits.caughtIn(Habits.Offender.class));
    }

    @Test
    void aConstructorTakesFewThings() {
        check(noClasses().should(Habits.TAKE_TOO_MUCH));
        assertThat(Habits.TAKE_TOO_MUCH).is(Habits.caughtIn(Habits.Offender.class));
    }

    @Test
    void everyPackageIsNullMarked() {
        assertThat(SHIPPED)
                .allSatisfy(type -> assertThat(type.getPackage().isAnnotatedWith(NullMarked.class))
                        .as(type.getPackageName())
                        .isTrue());
    }

    /** A class where it does not belong: in a package from which {@code known} must not be known. */
    private static String knowing(String home, String known) {
        return "package " + home + "; public class Offender { " + known + " known; }";
    }

    /** Holds the house to a rule, and the rule to its control: it catches who offends. */
    private void check(ArchRule rule, String... offenders) {
        check(rule);
        assertThat(rule.allowEmptyShould(true)
                        .evaluate(Offenders.in(folder.resolve("offence" + ++offences), offenders))
                        .hasViolation())
                .as("caught: %s", rule.getDescription())
                .isTrue();
    }

    private static void check(ArchRule rule) {
        rule.allowEmptyShould(true).check(SHIPPED);
    }

    private static DescribedPredicate<JavaClass> not(String home) {
        return DescribedPredicate.not(resideInAPackage(home));
    }

    private static String[] packages(Stream<String> names) {
        return names.map(name -> "dev.kioskguard." + name + "..").toArray(String[]::new);
    }

    private static List<String> packagesOfTheCore() {
        return SHIPPED.stream()
                .map(type -> type.getPackageName().replaceFirst("dev\\.kioskguard\\.([a-z]+).*", "$1"))
                .filter(name -> !name.equals("adapter") && !name.equals("sim"))
                .distinct()
                .toList();
    }
}
