package dev.kioskguard.app.log;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;
import static org.awaitility.Awaitility.await;

import ch.qos.logback.classic.LoggerContext;
import ch.qos.logback.classic.util.ContextInitializer;
import java.io.ByteArrayOutputStream;
import java.io.FileDescriptor;
import java.io.FileOutputStream;
import java.io.PrintStream;
import java.nio.charset.StandardCharsets;
import java.nio.file.Files;
import java.nio.file.Path;
import java.time.Duration;
import java.util.List;
import java.util.Random;
import java.util.stream.Collectors;
import java.util.stream.Stream;
import org.apache.commons.logging.LogFactory;
import org.junit.jupiter.api.AfterEach;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;
import org.slf4j.LoggerFactory;
import tools.jackson.databind.JsonNode;
import tools.jackson.databind.json.JsonMapper;

class LogSetupTest {

    @TempDir
    private Path data;

    private final ByteArrayOutputStream shown = new ByteArrayOutputStream();

    @BeforeEach
    void listenToStandardError() {
        System.setErr(new PrintStream(shown, true, StandardCharsets.UTF_8));
    }

    @AfterEach
    void logAsTestsDo() throws Exception {
        System.setErr(new PrintStream(new FileOutputStream(FileDescriptor.err), true, StandardCharsets.UTF_8));
        LoggerContext context = (LoggerContext) LoggerFactory.getILoggerFactory();
        context.reset();
        context.start();
        new ContextInitializer(context).autoConfig();
    }

    @Test
    void everyLineOfTheFileIsAnObjectAndAPersonSeesWarningsOnly() throws Exception {
        LogSetup log = LogSetup.into(data.resolve("logs"));
        LoggerFactory.getLogger("guard.Runner").info("step {}", 7);
        LoggerFactory.getLogger("guard.Runner").warn("读卡器没有回应", new IllegalStateException("no card"));
        LoggerFactory.getLogger("org.eclipse.jetty.server.Server").info("jetty tells its story");
        LogFactory.getLog("bridge").warn("by way of commons-logging");
        log.close();

        List<JsonNode> lines = Files.readAllLines(data.resolve("logs").resolve(LogSetup.FILE)).stream()
                .map(line -> JsonMapper.builder().build().readTree(line))
                .toList();
        assertThat(lines)
                .extracting(line -> line.path("formattedMessage").asString())
                .containsExactly("step 7", "读卡器没有回应", "by way of commons-logging");
        assertThat(lines.get(1).path("level").asString()).isEqualTo("WARN");
        assertThat(lines.get(1).path("throwable").path("className").asString()).contains("IllegalStateException");
        assertThat(shown.toString(StandardCharsets.UTF_8).lines())
                .hasSize(2)
                .anyMatch(line -> line.contains("WARN  Runner: 读卡器没有回应"))
                .noneMatch(line -> line.contains("step 7"));
    }

    @Test
    void aStormOfLinesFillsNoMoreThanTheBoundOnceItsOldestFilesAreGone() throws Exception {
        Path logs = data.resolve("logs");
        LogSetup log = LogSetup.into(logs, 20_000, 100_000);
        var noise = new Random(1);
        storm(noise, 2_000);
        // Old files go in the background, each time that one more is full.
        await().atMost(Duration.ofSeconds(20)).untilAsserted(() -> {
            storm(noise, 100);
            try (Stream<Path> files = Files.list(logs)) {
                List<Path> all = files.toList();
                assertThat(all).as("rolled").hasSizeGreaterThan(2);
                assertThat(all.stream()
                                .mapToLong(file -> file.toFile().length())
                                .sum())
                        .isBetween(20_000L, 100_000L);
            }
        });
        log.close();

        assertThat(logs.resolve(LogSetup.FILE)).isNotEmptyFile();
        assertThat(Files.size(logs.resolve(LogSetup.FILE))).isLessThan(21_000);
    }

    private static void storm(Random noise, int lines) {
        for (int i = 0; i < lines; i++) {
            String line = noise.longs(20).mapToObj(Long::toHexString).collect(Collectors.joining());
            LoggerFactory.getLogger("guard.Runner").info("{}", line);
        }
    }

    @Test
    void aFolderThatCannotBeHadSaysWhatToDo() throws Exception {
        Path taken = Files.writeString(data.resolve("taken"), "");

        assertThatThrownBy(() -> LogSetup.into(taken)).hasMessageContaining("choose another --data");
    }
}
