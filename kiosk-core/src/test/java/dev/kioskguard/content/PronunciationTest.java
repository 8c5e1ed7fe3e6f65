package dev.kioskguard.content;

import static org.assertj.core.api.Assertions.assertThat;
import static org.junit.jupiter.api.Assumptions.assumeTrue;

import java.io.File;
import java.io.IOException;
import java.io.InputStream;
import java.nio.charset.StandardCharsets;
import java.nio.file.Files;
import java.nio.file.Path;
import java.nio.file.attribute.FileTime;
import java.time.Duration;
import java.util.ArrayList;
import java.util.List;
import java.util.concurrent.TimeUnit;
import java.util.regex.Matcher;
import java.util.regex.Pattern;
import java.util.stream.Stream;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;

/** What the synthesiser makes of the words, by its phoneme trace: one syllable a character, and none of it English. */
class PronunciationTest {

    private static final String VOICE = "cmn-latn-pinyin";
    private static final Duration RENDERING_MAX = Duration.ofMinutes(1);

    /** A syllable's trace ends with its tone: one to three figures from 1 (low) to 5 (high), then perhaps a nasal. */
    private static final Pattern TONE = Pattern.compile("[0-9]+");

    private static final Pattern HAN = Pattern.compile("\\p{IsHan}");
    private static final Pattern CLAUSE = Pattern.compile("[\\p{P}\\s]+");
    private static final Pattern SURNAME = Pattern.compile("say\\.surname\\.([a-z]+[1-4])");

    @TempDir
    private Path temp;

    @BeforeEach
    void needsTheSynthesiser() {
        boolean installed = Stream.of(System.getenv("PATH").split(File.pathSeparator))
                .anyMatch(folder -> Files.isExecutable(Path.of(folder, "espeak-ng")));
        assumeTrue(installed, "espeak-ng is not installed, so nothing can be rendered: apt-get install espeak-ng");
    }

    @Test
    void everyCharacterIsOneMandarinSyllable() throws Exception {
        List<String> clauses = new ArrayList<>();
        for (SpokenLine line : SpokenLine.shipped()) {
            clauses.addAll(CLAUSE.splitAsStream(line.rendered())
                    .filter(clause -> !clause.isEmpty())
                    .toList());
        }
        assertThat(clauses).as("control: as many as there are clips at least").hasSizeGreaterThan(390);
        List<String> traces = traces(clauses);
        for (int i = 0; i < clauses.size(); i++) {
            assertThat(traces.get(i)).as(clauses.get(i)).doesNotContain("(en)");
            assertThat(count(TONE, traces.get(i)))
                    .as(clauses.get(i) + " " + traces.get(i))
                    .isEqualTo(count(HAN, clauses.get(i)));
        }
    }

    @Test
    void aSurnameSoundsAsItsClipIsNamed() throws Exception {
        List<String> spoken = new ArrayList<>();
        List<String> named = new ArrayList<>();
        for (SpokenLine line : SpokenLine.shipped()) {
            Matcher surname = SURNAME.matcher(line.clip());
            if (surname.matches()) {
                spoken.add(line.rendered());
                named.add(surname.group(1));
            }
        }
        assertThat(spoken).as("control: the common surnames").hasSizeGreaterThan(90);
        List<String> sounds = traces(spoken);
        List<String> wanted = traces(named);
        for (int i = 0; i < spoken.size(); i++) {
            String[] syllables = sounds.get(i).split("_", 3);
            assertThat(plain(syllables[1]))
                    .as(spoken.get(i))
                    .isEqualTo(plain(wanted.get(i).split("_", 2)[0]));
        }
        assertThat(plain(traces(List.of("姓任")).get(0).split("_", 3)[1]))
                .as("control: unhelped, the synthesiser reads it as the word for duty")
                .isNotEqualTo(plain(traces(List.of("ren2")).get(0).split("_", 2)[0]));
    }

    @Test
    void theTraceShowsEnglishAndWhatIsNoSingleSyllable() throws Exception {
        assertThat(trace(VOICE, "转账 okay"))
                .as("control: letters are read in English")
                .contains("(en)");
        assertThat(count(TONE, trace(VOICE, "请打110")))
                .as("control: figures are more than two")
                .isGreaterThan(2);
    }

    @Test
    void aWordWithTwoReadingsHasTheRightOne() throws Exception {
        assertThat(trace(VOICE, new SpokenLine("x", "银行").rendered())).contains("X'a35N");
        assertThat(trace(VOICE, new SpokenLine("x", "还钱").rendered())).contains("X'ua35n");
        assertThat(trace(VOICE, new SpokenLine("x", "教您").rendered())).contains("j'Au55", "n'i35n");
        assertThat(trace(VOICE, "还没有")).contains("X'ai35");
    }

    @Test
    void theScriptRendersEveryClipOnceAndDropsWhatIsNoLongerSaid() throws Exception {
        Path list = temp.resolve("voices.yaml");
        Path out = temp.resolve("out");
        Files.writeString(list, "# two\nfirst: 请先挂断电话。\nsecond.one: 转账已暂停。\n");
        assertThat(render(out, list)).isZero();
        Voices voices = new Voices(temp, out);
        assertThat(voices.length("first")).isBetween(Duration.ofSeconds(1), Duration.ofSeconds(4));
        FileTime before = Files.getLastModifiedTime(out.resolve("first.wav"));

        Files.writeString(list, "first: 请先挂断电话。\nthird: 请稍等。\n");
        assertThat(render(out, list)).isZero();
        assertThat(Files.getLastModifiedTime(out.resolve("first.wav"))).isEqualTo(before);
        assertThat(voices.clip("third")).isPresent();
        assertThat(voices.clip("second.one")).isEmpty();

        Files.writeString(list, "../out: 请稍等。\n");
        assertThat(render(out, list)).isEqualTo(2);
    }

    @Test
    void aDialectIsRenderedBesideMandarinWithItsOwnVoice() throws Exception {
        Path list = temp.resolve("voices.yaml");
        Path out = temp.resolve("out");
        Files.writeString(list, "first: 请先挂断电话。\n");
        Files.writeString(temp.resolve("voices.yue.yaml"), "# one\n\nfirst: 請先掛斷電話。\n");

        assertThat(render(out, list)).isZero();
        Voices voices = new Voices(temp, out);
        assertThat(voices.in("yue").clip("first")).contains(out.resolve("yue").resolve("first.wav"));
        assertThat(Files.readAllBytes(out.resolve("yue/first.wav")))
                .isNotEqualTo(Files.readAllBytes(out.resolve("first.wav")));
        assertThat(voices.in("hak").clip("first")).as("control").isEmpty();
        assertThat(trace("yue", "請先掛斷電話")).contains("c'ing2").doesNotContain("(en)");
    }

    @Test
    void aDialectThatNoListNamesAnyMoreIsRemovedAndNothingElse() throws Exception {
        Path list = temp.resolve("voices.yaml");
        Path dialect = temp.resolve("voices.yue.yaml");
        Path out = temp.resolve("out");
        Files.writeString(list, "first: 请先挂断电话。\n");
        Files.writeString(dialect, "first: 請先掛斷電話。\n");
        assertThat(render(out, list)).isZero();
        Path recorded =
                Files.writeString(Files.createDirectory(out.resolve("hak")).resolve("first.wav"), "a recording");
        assertThat(out.resolve("yue/first.wav")).as("control").exists();

        Files.delete(dialect);
        assertThat(render(out, list)).isZero();

        assertThat(out.resolve("yue")).doesNotExist();
        assertThat(out.resolve("first.wav")).exists();
        assertThat(recorded).as("not rendered, so not removed").exists();
    }

    private static int render(Path out, Path list) throws IOException, InterruptedException {
        String script =
                ShippedContent.DIR.resolveSibling("voices").resolve("render.sh").toString();
        Process process = new ProcessBuilder(List.of("sh", script, out.toString(), list.toString()))
                .redirectErrorStream(true)
                .start();
        return finished(process).exitValue();
    }

    private static String trace(String voice, String words) throws IOException, InterruptedException {
        Process process = new ProcessBuilder("espeak-ng", "-v", voice, "-q", "-x", "--", words).start();
        try (InputStream output = process.getInputStream()) {
            String trace = new String(output.readAllBytes(), StandardCharsets.UTF_8);
            assertThat(finished(process).exitValue()).isZero();
            return trace;
        }
    }

    /** One line of trace for each clause, all by one synthesiser. */
    private List<String> traces(List<String> clauses) throws IOException, InterruptedException {
        Path said = temp.resolve("clauses");
        Files.writeString(said, String.join("。\n", clauses) + "。\n");
        Process process = new ProcessBuilder("espeak-ng", "-v", VOICE, "-q", "-x", "-f", said.toString()).start();
        try (InputStream output = process.getInputStream()) {
            List<String> lines = new String(output.readAllBytes(), StandardCharsets.UTF_8)
                    .lines()
                    .toList();
            assertThat(finished(process).exitValue()).isZero();
            assertThat(lines).hasSameSizeAs(clauses);
            return lines;
        }
    }

    private static String plain(String syllable) {
        return syllable.replaceAll("['|:, ]", "");
    }

    private static Process finished(Process process) throws InterruptedException {
        assertThat(process.waitFor(RENDERING_MAX.toSeconds(), TimeUnit.SECONDS)).isTrue();
        return process;
    }

    private static int count(Pattern pattern, String text) {
        return Math.toIntExact(pattern.matcher(text).results().count());
    }
}
