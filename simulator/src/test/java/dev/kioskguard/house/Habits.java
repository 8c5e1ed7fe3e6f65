package dev.kioskguard.house;

import com.tngtech.archunit.core.domain.JavaAccess;
import com.tngtech.archunit.core.domain.JavaClass;
import com.tngtech.archunit.core.domain.JavaCodeUnit;
import com.tngtech.archunit.core.domain.JavaConstructor;
import com.tngtech.archunit.core.domain.JavaModifier;
import com.tngtech.archunit.core.importer.ClassFileImporter;
import com.tngtech.archunit.lang.ArchCondition;
import com.tngtech.archunit.lang.ConditionEvents;
import com.tngtech.archunit.lang.SimpleConditionEvent;
import com.tngtech.archunit.lang.syntax.ArchRuleDefinition;
import java.awt.image.BufferedImage;
import java.io.IOException;
import java.io.OutputStream;
import java.time.Clock;
import java.time.Instant;
import java.util.Random;
import java.util.concurrent.ThreadLocalRandom;
import java.util.function.Function;
import java.util.regex.Pattern;
import java.util.stream.Stream;
import javax.imageio.ImageIO;
import org.assertj.core.api.Condition;

/** Habits that the house does without, each with an offender in whom it is found. */
final class Habits {
    private static final int CONSTRUCTOR_PARAMETERS_MAX = 5;

    private static final Pattern SIMULATOR_WORD = Pattern.compile("(?:^|.*[a-z0-9_])(?:[Ss]im(?:ulat(?:ed?|or|ion))?"
            + "|[Ff]ake|[Mm]ock)s?(?:[A-Z0-9_].*|$)|(?:^|.*_)(?:SIM(?:ULAT(?:ED|OR|ION))?|FAKE|MOCK)(?:_.*|$)");

    /** Reading the time where it should have been handed in; {@code now(clock)} is welcome. */
    static final ArchCondition<JavaClass> READ_A_CLOCK = calling(
            "read a clock",
            "java\\.lang\\.System\\.currentTimeMillis\\(\\)",
            "java\\.time\\.(Clock|InstantSource)\\.(system|tick)\\w*\\(.*",
            "java\\.time\\.[\\w.]+\\.now\\((?!java\\.time\\.Clock).*",
            "java\\.util\\.Date\\.<init>\\(\\)");

    /** Drawing chance that nobody can seed; a {@code SecureRandom} is for keys and codes, and stays allowed. */
    static final ArchCondition<JavaClass> TOSS_A_COIN = calling(
            "toss a coin",
            "java\\.util\\.concurrent\\.ThreadLocalRandom\\..*",
            "java\\.lang\\.Math\\.random\\(\\)",
            "java\\.util\\.Random\\.<init>\\(\\)");

    static final ArchCondition<JavaClass> SLEEP = calling(
            "sleep",
            "java\\.(lang\\.Thread|util\\.concurrent\\.TimeUnit)\\.sleep\\(.*",
            ".*LockSupport\\.park(Nanos|Until)\\(.*");

    /** Packing or writing what a camera showed. */
    static final ArchCondition<JavaClass> WRITE_A_PICTURE = calling(
            "write a picture",
            "org\\.bytedeco\\.opencv\\.global\\.opencv_imgcodecs\\.im(write|encode)\\w*\\(.*",
            "org\\.bytedeco\\.opencv\\.(opencv_videoio\\.VideoWriter|opencv_core\\.FileStorage)\\..*",
            "org\\.bytedeco\\.ffmpeg\\.global\\.\\w+\\.\\w*write_\\w+\\(.*",
            "javax\\.imageio\\.(ImageIO\\.write\\(|ImageWriter\\.).*");

    static final ArchCondition<JavaClass> SPEAK_OF_A_SIMULATOR = finding(
            "speak of a simulator",
            type -> Stream.concat(
                            Stream.of(type.getSimpleName()),
                            type.getMembers().stream().map(member -> member.getName()))
                    .filter(name -> SIMULATOR_WORD.matcher(name).matches()));

    /** A record's components are its facts, and an enum's are written once beside it: both may be more. */
    static final ArchCondition<JavaClass> TAKE_TOO_MUCH = finding(
            "take more than " + CONSTRUCTOR_PARAMETERS_MAX + " things to be made",
            type -> type.isRecord() || type.isEnum() || type.isAnonymousClass() || type.isLocalClass()
                    ? Stream.of()
                    : type.getConstructors().stream()
                            .filter(constructor -> parameters(constructor) > CONSTRUCTOR_PARAMETERS_MAX)
                            .map(JavaConstructor::getFullName));

    private Habits() {}

    /** The control of a rule: the habit is found in {@code offender}. */
    static Condition<ArchCondition<JavaClass>> caughtIn(Class<?> offender) {
        return new Condition<>(
                habit -> ArchRuleDefinition.noClasses()
                        .should(habit)
                        .evaluate(new ClassFileImporter().importClasses(offender))
                        .hasViolation(),
                "caught in %s",
                offender.getSimpleName());
    }

    private static ArchCondition<JavaClass> calling(String habit, String... targets) {
        var isHabit = Pattern.compile(String.join("|", targets)).asMatchPredicate();
        return finding(
                habit,
                type -> type.getAccessesFromSelf().stream()
                        .filter(access -> isHabit.test(access.getTarget().getFullName()))
                        .map(JavaAccess::getDescription));
    }

    private static ArchCondition<JavaClass> finding(String habit, Function<JavaClass, Stream<String>> signs) {
        return new ArchCondition<>(habit) {
            @Override
            public void check(JavaClass type, ConditionEvents events) {
                signs.apply(type)
                        .forEach(
                                sign -> events.add(SimpleConditionEvent.satisfied(type, type.getName() + ": " + sign)));
            }
        };
    }

    private static int parameters(JavaCodeUnit constructor) {
        var type = constructor.getOwner();
        var hiddenOuter = type.isInnerClass() && !type.getModifiers().contains(JavaModifier.STATIC) ? 1 : 0;
        return constructor.getRawParameterTypes().size() - hiddenOuter;
    }

    /** Everything that the house does without, in one place. */
    static final class Offender {
        Offender(int one, int two, int three, int four, int five, int six) {}

        Instant time() {
            return Clock.systemUTC().instant();
        }

        int fakeChance() {
            return ThreadLocalRandom.current().nextInt() + new Random().nextInt();
        }

        boolean picture(BufferedImage seen) throws IOException {
            return ImageIO.write(seen, "png", OutputStream.nullOutputStream());
        }

        void rest() throws InterruptedException {
            Thread.sleep(1);
        }
    }
}
