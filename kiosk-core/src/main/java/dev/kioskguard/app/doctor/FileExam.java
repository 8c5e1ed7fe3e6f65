package dev.kioskguard.app.doctor;

import dev.kioskguard.app.config.ConfigException;
import dev.kioskguard.app.config.ConfigWatch;
import dev.kioskguard.app.config.KioskConfig;
import dev.kioskguard.app.config.KioskConfig.Lists;
import dev.kioskguard.app.list.SuspectFile;
import dev.kioskguard.app.list.SuspectList;
import dev.kioskguard.app.wiring.ContentInUse;
import dev.kioskguard.content.Voices;
import dev.kioskguard.risk.RiskPolicy;
import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.time.Duration;
import java.time.Instant;
import java.time.InstantSource;
import java.util.ArrayList;
import java.util.List;
import java.util.Optional;
import java.util.concurrent.atomic.AtomicReference;
import org.jspecify.annotations.Nullable;
import tools.jackson.dataformat.yaml.YAMLMapper;

/** Examines the files that a bank's engineer edits or installs: configuration, risk policy, content, voices, lists. */
final class FileExam {

    private static final String CLIPS = "voices.yaml";
    private static final int NAMES_MAX = 5;
    private static final YAMLMapper YAML = YAMLMapper.builder().build();

    private final Examiner examiner;
    private final Path config;
    private final Path data;
    private final InstantSource clock;

    FileExam(Examiner examiner, Path config, Path data, InstantSource clock) {
        this.examiner = examiner;
        this.config = config;
        this.data = data;
        this.clock = clock;
    }

    /** Reads the configuration and examines what it says of files; empty where it does not count. */
    Optional<Settings> examine() {
        var read = new AtomicReference<@Nullable Settings>();
        examiner.check(Item.CONFIG, "", () -> {
            try (var watch = ConfigWatch.open(config.resolve("kiosk.yaml"), clock)) {
                read.set(new Settings(watch.current(), watch.risk().current()));
                return Outcome.pass("terminal %s of branch %s; risk policy %s"
                        .formatted(
                                watch.current().terminal().id(),
                                watch.current().terminal().branch(),
                                watch.risk().current().version()));
            } catch (ConfigException refused) {
                return Outcome.fail(String.join("; ", refused.complaints()));
            }
        });
        Settings settings = read.get();
        if (settings != null) {
            content(settings);
            suspects(settings);
        }
        return Optional.ofNullable(settings);
    }

    /** Returns what the configuration says, where it counts, without a line about it. */
    Optional<Settings> known() {
        try (var watch = ConfigWatch.open(config.resolve("kiosk.yaml"), clock)) {
            return Optional.of(new Settings(watch.current(), watch.risk().current()));
        } catch (ConfigException refused) {
            return Optional.empty();
        }
    }

    private void content(Settings settings) {
        var content = ContentInUse.of(config, settings.kiosk(), data);
        Outcome read = examiner.check(Item.CONTENT, "", () -> {
            content.begin(clock.instant());
            var report = content.report();
            Object refused = report.get("refused");
            if (refused != null) {
                return Outcome.warn("a pack that was installed is refused: " + refused);
            }
            try (var watch = ConfigWatch.open(config.resolve("kiosk.yaml"), clock)) {
                watch.speaking(content.pack().words().reasons());
            } catch (ConfigException wordless) {
                return Outcome.fail(String.join("; ", wordless.complaints()));
            }
            return Outcome.pass(report.get("version") + ", from the " + report.get("source"));
        });
        if (read.grade() != Grade.FAIL) {
            examiner.check(Item.VOICES, "", () -> voices(settings, content.voices()));
        }
    }

    private Outcome voices(Settings settings, Voices voices) throws IOException {
        Path folder = config.resolve(settings.kiosk().content().folder());
        List<String> clips = new ArrayList<>(names(folder.resolve(CLIPS)));
        String second = settings.kiosk().content().secondVoice();
        if (second != null) {
            names(folder.resolve("voices.%s.yaml".formatted(second)))
                    .forEach(clip -> clips.add(Voices.named(second, clip)));
        }
        List<String> missing =
                clips.stream().filter(clip -> voices.clip(clip).isEmpty()).toList();
        if (missing.isEmpty()) {
            return Outcome.pass("%d clips".formatted(clips.size()));
        }
        return Outcome.fail("%d of %d clips cannot be played: %s%s"
                .formatted(
                        missing.size(),
                        clips.size(),
                        String.join(", ", missing.subList(0, Math.min(NAMES_MAX, missing.size()))),
                        missing.size() > NAMES_MAX ? " …" : ""));
    }

    /** Returns a clip that can be played, for a sound test. */
    Optional<Path> clip(Settings settings) {
        var content = ContentInUse.of(config, settings.kiosk(), data);
        try {
            content.begin(clock.instant());
            return names(config.resolve(settings.kiosk().content().folder()).resolve(CLIPS)).stream()
                    .flatMap(clip -> content.voices().clip(clip).stream())
                    .findFirst();
        } catch (IOException | RuntimeException unusable) {
            // What is wrong with it has a line of its own.
            return Optional.empty();
        }
    }

    private static List<String> names(Path words) throws IOException {
        return Files.exists(words)
                ? List.copyOf(YAML.readTree(Files.readString(words)).propertyNames())
                : List.of();
    }

    private void suspects(Settings settings) {
        Lists lists = settings.kiosk().lists();
        if (lists == null) {
            return;
        }
        examiner.check(Item.SUSPECTS, "", () -> {
            Path file = config.resolve(lists.suspects());
            SuspectList list;
            try {
                list = new SuspectFile(file, config.resolve(lists.trust()), clock).read(Files.readAllBytes(file), null);
            } catch (ConfigException refused) {
                return Outcome.fail(String.join("; ", refused.complaints()));
            }
            return age(list, settings.risk(), clock.instant());
        });
    }

    private static Outcome age(SuspectList list, RiskPolicy policy, Instant now) {
        Duration age = list.age(now);
        String seen = "%d entries, %d hours old".formatted(list.size(), age.toHours());
        return age.compareTo(policy.listAgeMax()) > 0
                ? Outcome.warn(seen + ", older than it may be")
                : Outcome.pass(seen);
    }

    /** What the two files of the configuration say. */
    record Settings(KioskConfig kiosk, RiskPolicy risk) {}
}
