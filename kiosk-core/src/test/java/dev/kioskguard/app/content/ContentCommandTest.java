package dev.kioskguard.app.content;

import static org.assertj.core.api.Assertions.assertThat;
import static org.junit.jupiter.api.Assumptions.assumeTrue;

import dev.kioskguard.app.verb.CommandLines;
import dev.kioskguard.audit.DataDirectory;
import dev.kioskguard.content.ShippedContent;
import dev.kioskguard.content.pack.ContentPacks;
import java.io.IOException;
import java.io.PrintWriter;
import java.io.StringWriter;
import java.nio.file.Files;
import java.nio.file.Path;
import java.nio.file.StandardCopyOption;
import java.nio.file.attribute.PosixFilePermissions;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;

class ContentCommandTest {

    @TempDir
    Path temp;

    private final StringWriter out = new StringWriter();
    private final StringWriter err = new StringWriter();
    private Path config;
    private Path content;
    private String version;

    @BeforeEach
    void makeATerminalThatTrustsAKey() throws IOException {
        config = Files.createDirectory(temp.resolve("config"));
        ShippedContent.copyTo(config.resolve("content"));
        content = ShippedContent.copyTo(temp.resolve("new"));
        Path script = content.resolve("script.yaml");
        Files.writeString(script, Files.readString(script).replaceFirst("version: .*", "version: \"2030.1\""));
        version = ContentPacks.read(content).version();
        done("key", "--out", place("one"));
        done("key", "--out", place("two"));
        Files.createDirectory(config.resolve("keys"));
        Files.copy(temp.resolve("one.pub"), config.resolve("keys").resolve("one.pub"));
        Files.copy(temp.resolve("two.pub"), config.resolve("keys").resolve("two.pub"));
        configured("trust: [keys/one.pub, keys/two.pub]");
        out.getBuffer().setLength(0);
    }

    @Test
    void checkCountsWhatThereIs() {
        done("check", content.toString());
        assertThat(out.toString())
                .startsWith("good: " + version)
                .containsPattern("[1-9]\\d* questions, .* [1-9]\\d* clips");
    }

    @Test
    void checkNamesTheFirstErrorWithItsPlace() throws IOException {
        ShippedContent.edit(content.resolve("choices.yaml"), "zh:", "zhh:");
        failed("check", content.toString());
        assertThat(err.toString()).containsPattern("choices\\.yaml line \\d+, /choices/.*;");
        failed("check", place("nowhere"));
        assertThat(err.toString()).contains("there is no folder or file");
    }

    @Test
    void aPackIsSignedCheckedInstalledAndShown() {
        sign("one", content.toString(), "--sequence", "7", "--valid-until", "2999-12-31", "--site", "B-001");
        done("check", "--config", config.toString(), pack("one"));
        assertThat(out.toString()).contains("good: " + version, "questions", "until 2999-12-31T16:00:00Z");
        out.getBuffer().setLength(0);
        show();
        assertThat(out.toString()).contains("installed  nothing", "folder").doesNotContain(version);
        out.getBuffer().setLength(0);
        install(pack("one"));
        assertThat(out.toString()).startsWith("installed: " + version);
        show();
        assertThat(out.toString()).contains(version + "  sequence 7  (current)", "source     installed");
        assertThat(err.toString()).isEmpty();
    }

    @Test
    void aPackIsInstalledBesideARunningGuard() {
        sign("one", content.toString());
        try (DataDirectory held = DataDirectory.open(temp.resolve("data"))) {
            install(pack("one"));
            assertThat(held.path().resolve("content").resolve("current")).exists();
        }
    }

    @Test
    void twoPeopleSignWhereTwoMust() throws IOException {
        configured("trust: [keys/one.pub, keys/two.pub]", "signatures: 2");
        sign("one", content.toString());
        failed("install", "--config", config.toString(), "--data", place("data"), pack("one"));
        assertThat(err.toString()).contains("2 different keys", "has 1");
        done("sign", pack("one"), "--key", place("two"), "--out", pack("both"));
        install(pack("both"));
        failed("sign", pack("one"), "--key", place("two"), "--out", pack("x"), "--sequence", "9");
        assertThat(err.toString()).contains("who signed first");
    }

    @Test
    void whereNobodyIsTrustedNothingIsInstalled() throws IOException {
        configured();
        sign("one", content.toString());
        failed("install", "--config", config.toString(), "--data", place("data"), pack("one"));
        assertThat(err.toString()).contains("not trusted: ", "content.trust of kiosk.yaml");
        done("show", pack("one"));
        assertThat(out.toString()).contains("not verified: " + version);
    }

    @Test
    void goingBackIsAskedFor() {
        sign("one", content.toString(), "--sequence", "1");
        sign("two", content.toString(), "--sequence", "2");
        install(pack("one"));
        install(pack("two"));
        failed("install", "--config", config.toString(), "--data", place("data"), pack("one"));
        assertThat(err.toString()).contains("--rollback");
        done("install", "--rollback", "--config", config.toString(), "--data", place("data"), pack("one"));
        show();
        assertThat(out.toString()).contains("sequence 1  (rollback)  (current)");
    }

    @Test
    void aPrivateKeyIsItsOwnersOnlyAndNeverOverwritten() throws IOException {
        Path key = temp.resolve("one");
        failed("key", "--out", key.toString());
        assertThat(err.toString()).contains("there is a key");
        assertThat(Files.readString(temp.resolve("one.pub"))).doesNotContain("\"d\"");
        assertThat(Files.readString(key)).as("control").contains("\"d\"");
        assumeTrue(Files.getFileStore(key).supportsFileAttributeView("posix"), "this system has no file modes");
        assertThat(PosixFilePermissions.toString(Files.getPosixFilePermissions(key)))
                .isEqualTo("rw-------");
        Files.setPosixFilePermissions(key, PosixFilePermissions.fromString("rw-r--r--"));
        failed("sign", content.toString(), "--key", key.toString(), "--out", pack("x"));
        assertThat(err.toString()).contains("chmod 600");
        assertThat(Path.of(pack("x"))).doesNotExist();
    }

    @Test
    void aTimeThatIsNoneIsNamed() {
        failed("sign", content.toString(), "--key", place("one"), "--out", pack("x"), "--valid-from", "tomorrow");
        assertThat(err.toString()).contains("--valid-from is no time: write 2026-12-01T08:00:00+08:00");
        assertThat(run("sign", content.toString())).as("wrong usage").isEqualTo(2);
    }

    private void configured(String... contentLines) throws IOException {
        Files.copy(
                Path.of("..", "config", "risk.yaml"), config.resolve("risk.yaml"), StandardCopyOption.REPLACE_EXISTING);
        String shipped = Files.readString(Path.of("..", "config", "kiosk.yaml"));
        String others = shipped.substring(0, shipped.indexOf("\ncontent:"));
        String lines = String.join("\n  ", contentLines);
        Files.writeString(config.resolve("kiosk.yaml"), others + "\ncontent:\n  folder: content\n  " + lines + "\n");
    }

    private void sign(String key, String... more) {
        String[] all = new String[more.length + 5];
        all[0] = "sign";
        System.arraycopy(more, 0, all, 1, more.length);
        all[more.length + 1] = "--key";
        all[more.length + 2] = place(key);
        all[more.length + 3] = "--out";
        all[more.length + 4] = pack(key);
        done(all);
        out.getBuffer().setLength(0);
    }

    private void install(String pack) {
        done("install", "--config", config.toString(), "--data", place("data"), pack);
    }

    private void show() {
        done("show", "--config", config.toString(), "--data", place("data"));
    }

    private String place(String name) {
        return temp.resolve(name).toString();
    }

    private String pack(String name) {
        return place(name + ".kgpack");
    }

    private void done(String... args) {
        assertThat(run(args)).as("%s", err).isZero();
    }

    private void failed(String... args) {
        out.getBuffer().setLength(0);
        assertThat(run(args)).isOne();
        assertThat(out.toString()).isEmpty();
    }

    private int run(String... args) {
        return CommandLines.of(new ContentCommand())
                .setOut(new PrintWriter(out))
                .setErr(new PrintWriter(err))
                .execute(args);
    }
}
