package dev.kioskguard.house;

import static org.assertj.core.api.Assertions.assertThat;

import java.nio.file.Files;
import java.nio.file.Path;
import java.util.Collections;
import java.util.List;
import java.util.Set;
import java.util.function.Predicate;
import java.util.regex.Pattern;
import java.util.stream.IntStream;
import java.util.stream.Stream;
import org.junit.jupiter.api.Test;

/** What a reader should never stumble over: one rule a test, and first of all that the rules see the files. */
class TidyTest {
    private static final int FILE_LINES_MAX = 200;
    private static final int TEST_LINES_MAX = 280; // the cases of one subject are a list, and a list may run on
    private static final int LINE_LENGTH_MAX = 120;
    private static final int METHOD_LINES_MAX = 40;

    /** The words that these rules look for stand in these rules. */
    private static final Predicate<Path> OF_THE_RULES = path -> path.toString().contains("/house/");

    private static final List<Path> JAVA = House.files(".java");
    private static final List<Path> CODE = House.files(".java", ".sh", "/kiosk", ".test");
    private static final List<Path> TEXT = Stream.concat(
                    CODE.stream(),
                    House.files(".js", ".css", ".html", ".xml", ".yaml", ".json", ".md", "/run").stream())
            .toList();

    private static final Set<String> NAMES_OF_THE_FIELD = Set.of("CardData", "XfsManager");

    @Test
    void theRulesSeeTheFilesOfEveryModule() {
        assertThat(House.MODULES)
                .allSatisfy(module -> assertThat(JAVA)
                        .anyMatch(file -> file.startsWith(House.root().resolve(module))));
        assertThat(CODE).contains(House.root().resolve("kiosk"));
        assertThat(TEXT)
                .contains(House.root().resolve("CHANGELOG.md"), House.root().resolve(".ci/run"));
    }

    @Test
    void aFileHasOneSubject() {
        assertThat(JAVA.stream().filter(file -> House.lines(file).size() > linesMax(file)))
                .isEmpty();
    }

    @Test
    void aLineFitsAScreen() {
        var wide = Pattern.compile("^(?! *\").{" + (LINE_LENGTH_MAX + 1) + "}"); // a long text may stay whole
        assertThat("x".repeat(LINE_LENGTH_MAX + 1)).as("control").containsPattern(wide);
        assertThat(CODE.stream().flatMap(file -> found(wide, file))).isEmpty();
    }

    @Test
    void aMethodFitsAPage() {
        var tooLong = Stream.of(
                        List.of("    void tooLong() {"),
                        Collections.nCopies(METHOD_LINES_MAX, "        step();"),
                        List.of("    }"))
                .flatMap(List::stream)
                .toList();
        assertThat(Blocks.longerThan(METHOD_LINES_MAX, tooLong)).as("control").containsExactly(1);
        assertThat(JAVA.stream()
                        .flatMap(file -> Blocks.longerThan(METHOD_LINES_MAX, House.lines(file)).stream()
                                .map(line -> file + ":" + line)))
                .isEmpty();
    }

    @Test
    void nothingIsLeftForLater() {
        nowhere("\\b(TODO|FIXME)\\b", "// TODO", TEXT.stream());
    }

    @Test
    void onlyTheCommandLinePrints() {
        nowhere(
                "System\\.(out|err)\\b|printStackTrace\\(\\)",
                "System.out.println()",
                JAVA.stream().filter(file -> !file.toString().contains("/app/")));
    }

    @Test
    void nobodySleepsNotEvenInTests() {
        nowhere("Thread\\.sleep\\(|TimeUnit\\.[A-Z]+\\.sleep\\(", "Thread.sleep(1)", JAVA.stream());
    }

    @Test
    void historyAndAuthorsAreGitsBusiness() {
        nowhere("@author|@since|@version", " * @author", JAVA.stream());
    }

    @Test
    void aNameSaysWhatAThingIs() {
        var vague = Pattern.compile(
                "Abstract.*|Base[A-Z].*|.*(Impl|Manager|Helper|Utils?|Base|Abstract|Data|Info|Handler)(Test)?\\.java");
        assertThat("AbstractHandler.java").as("control").matches(vague);
        assertThat(JAVA.stream()
                        .map(file -> file.getFileName().toString())
                        .filter(vague.asMatchPredicate())
                        .filter(name -> !NAMES_OF_THE_FIELD.contains(name.replaceAll("(Test)?\\.java", ""))))
                .isEmpty();
    }

    @Test
    void everyPackageSaysWhatItIsFor() {
        var sentence = Pattern.compile("(?s)/\\*\\*.*[A-Za-z]{2,}.*[.!]\\s*\\*/.*package ");
        var packages = JAVA.stream()
                .filter(file -> file.toString().contains("/src/main/java/"))
                .map(Path::getParent)
                .distinct()
                .toList();
        assertThat(packages).as("control").isNotEmpty().allSatisfy(folder -> {
            var page = folder.resolve("package-info.java");
            assertThat(Files.isRegularFile(page)).as(page.toString()).isTrue();
            assertThat(String.join("\n", House.lines(page))).as(page.toString()).containsPattern(sentence);
        });
    }

    @Test
    void nothingNamesTheMachineItWasWrittenOn() {
        nowhere("(^|[\\s\"'=(:])/(work|root|home/[a-z])[/\\w]*", "path=/home/me", TEXT.stream());
    }

    private static int linesMax(Path file) {
        return file.toString().contains("/src/test/") ? TEST_LINES_MAX : FILE_LINES_MAX;
    }

    /** The rule that {@code regex} is in none of {@code files}; its control is that it is in {@code bad}. */
    private static void nowhere(String regex, String bad, Stream<Path> files) {
        var pattern = Pattern.compile(regex);
        assertThat(bad).as("control").containsPattern(pattern);
        assertThat(files.filter(OF_THE_RULES.negate()).flatMap(file -> found(pattern, file)))
                .isEmpty();
    }

    private static Stream<String> found(Pattern pattern, Path file) {
        var lines = House.lines(file);
        return IntStream.range(0, lines.size())
                .filter(line -> pattern.matcher(lines.get(line)).find())
                .mapToObj(line -> "%s:%d: %s"
                        .formatted(
                                House.root().relativize(file),
                                line + 1,
                                lines.get(line).strip()));
    }
}
