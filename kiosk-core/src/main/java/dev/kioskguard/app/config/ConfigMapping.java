package dev.kioskguard.app.config;

import dev.kioskguard.app.config.KioskConfig.Application;
import dev.kioskguard.app.config.KioskConfig.Clearance;
import dev.kioskguard.app.config.KioskConfig.Content;
import dev.kioskguard.app.config.KioskConfig.Lists;
import dev.kioskguard.app.config.KioskConfig.Machine;
import dev.kioskguard.app.config.KioskConfig.Ownership;
import dev.kioskguard.app.config.KioskConfig.Ports;
import dev.kioskguard.app.config.KioskConfig.Terminal;
import dev.kioskguard.device.DeviceAddress;
import java.io.StringReader;
import java.time.DateTimeException;
import java.time.Duration;
import java.time.ZoneId;
import java.util.ArrayList;
import java.util.EnumMap;
import java.util.List;
import java.util.Locale;
import java.util.Map;
import org.apache.commons.configuration2.YAMLConfiguration;
import org.apache.commons.configuration2.ex.ConfigurationException;
import org.apache.commons.configuration2.interpol.ConfigurationInterpolator;
import org.jspecify.annotations.Nullable;

/** From a tree that fits the schema to values within their ranges. Used once. */
final class ConfigMapping {

    private static final Duration SECOND = Duration.ofSeconds(1);
    private static final Duration MINUTE = Duration.ofMinutes(1);
    private static final Duration HOUR = Duration.ofHours(1);
    private static final Duration DAY = Duration.ofDays(1);

    private final ConfigText text;
    private final YAMLConfiguration values;
    private final List<String> complaints = new ArrayList<>();

    private ConfigMapping(ConfigText text) {
        this.text = text;
        this.values = read(text);
    }

    /**
     * Maps a file whose shape has been checked.
     *
     * @throws ConfigException with everything that is out of range
     */
    static KioskConfig map(ConfigText text) {
        ConfigMapping mapping = new ConfigMapping(text);
        KioskConfig config = mapping.config();
        if (!mapping.complaints.isEmpty()) {
            throw new ConfigException(mapping.complaints);
        }
        return config;
    }

    /** The checked tree goes in as JSON, which is YAML too: so two YAML dialects cannot read one line in two ways. */
    private static YAMLConfiguration read(ConfigText text) {
        YAMLConfiguration values = new YAMLConfiguration();
        // Nothing is put in for ${…}: what was checked is what counts.
        values.setInterpolator(new ConfigurationInterpolator());
        values.setThrowExceptionOnMissing(true);
        try {
            values.read(new StringReader(text.tree().toString()));
        } catch (ConfigurationException broken) {
            throw new ConfigException(List.of(text.complaint("", "cannot be read; mend its YAML")));
        }
        return values;
    }

    private KioskConfig config() {
        Terminal terminal = terminal();
        return new KioskConfig(
                terminal,
                machine(),
                screen(),
                CameraSection.map(text, complaints),
                limits(),
                application(),
                new Clearance(span("clearance.life", MINUTE, HOUR)),
                content(),
                PagingSection.map(text, complaints, terminal.zone()),
                DeskSection.map(text, complaints),
                lists(),
                CallingSection.map(text, complaints));
    }

    private Terminal terminal() {
        ZoneId zone = ZoneId.of("Asia/Shanghai");
        try {
            zone = ZoneId.of(values.getString("terminal.zone"));
        } catch (DateTimeException unknown) {
            complain("terminal.zone", "is no time zone that Java knows; write one such as Asia/Shanghai");
        }
        return new Terminal(
                values.getString("terminal.id"),
                values.getString("terminal.branch"),
                values.getString("terminal.branch-name"),
                values.getString("terminal.hotline"),
                zone);
    }

    private Machine machine() {
        Ownership ownership = Ownership.valueOf(values.getString("ownership").toUpperCase(Locale.ROOT));
        Map<Devices.Place, DeviceAddress> addresses = new EnumMap<>(Devices.Place.class);
        for (Devices.Place place : Devices.Place.values()) {
            String key = "devices." + place.word();
            if (values.containsKey(key)) {
                addresses.put(place, DeviceAddress.of(values.getString(key)));
            }
        }
        if (ownership == Ownership.HOSTED) {
            for (Devices.Place needed : List.of(Devices.Place.CARD_READER, Devices.Place.PIN_PAD)) {
                if (!addresses.containsKey(needed)) {
                    complain(
                            "devices." + needed.word(),
                            "is missing; a guard that runs the hardware (ownership: hosted) needs its address");
                }
            }
        }
        return new Machine(ownership, new Ports(values.getInt("ports.base")), new Devices(addresses));
    }

    private KioskConfig.Screen screen() {
        var usual = KioskConfig.Screen.USUAL;
        return new KioskConfig.Screen(
                values.getInt("screen.width-mm", usual.widthMm()),
                values.getInt("screen.height-mm", usual.heightMm()),
                values.getInt("screen.distance-mm", usual.distanceMm()));
    }

    private Limits limits() {
        return new Limits(
                new Limits.Customer(
                        span("limits.customer.screen-silence", SECOND.multipliedBy(30), MINUTE.multipliedBy(10)),
                        span("limits.customer.warning-dwell", SECOND, SECOND.multipliedBy(30)),
                        span("limits.customer.key-repeat", Duration.ofMillis(200), SECOND.multipliedBy(5)),
                        span("limits.customer.pause", MINUTE, MINUTE.multipliedBy(30)),
                        span("limits.customer.held", MINUTE, HOUR)),
                new Limits.Watch(
                        span("limits.watch.call-over", SECOND.multipliedBy(3), MINUTE),
                        span("limits.watch.screen-lost-grace", SECOND, MINUTE)),
                new Limits.Memory(
                        span("limits.memory.stop", HOUR, DAY.multipliedBy(7)),
                        span("limits.memory.retention", DAY, DAY.multipliedBy(3653))),
                new Limits.Load(
                        values.getInt("limits.load.inbox-events"),
                        values.getInt("limits.load.event-streams"),
                        values.getInt("limits.load.waiting-calls")));
    }

    /** What is not said is not given. */
    private Application application() {
        return new Application(values.getBoolean("application.card-track", false));
    }

    private Content content() {
        return new Content(
                values.getString("content.folder"),
                values.getList(String.class, "content.trust", List.of()),
                values.getInt("content.signatures", 1),
                values.getString("content.second-voice", null));
    }

    private @Nullable Lists lists() {
        return values.containsKey("lists.suspects")
                ? new Lists(values.getString("lists.suspects"), values.getString("lists.trust"))
                : null;
    }

    private Duration span(String path, Duration min, Duration max) {
        return span(text, complaints, path, values.getString(path), min, max);
    }

    /** Reads a duration; one that lies outside its range becomes a complaint and counts as the least. */
    static Duration span(
            ConfigText text, List<String> complaints, String path, String written, Duration min, Duration max) {
        try {
            Duration span = Duration.parse(written);
            if (span.compareTo(min) >= 0 && span.compareTo(max) <= 0) {
                return span;
            }
        } catch (DateTimeException | ArithmeticException tooLarge) {
            // Told below: it is out of range in any case.
        }
        complaints.add(text.complaint(
                pointer(path), "lies outside its range; write a duration from %s to %s".formatted(min, max)));
        return min;
    }

    private void complain(String path, String trouble) {
        complaints.add(text.complaint(pointer(path), trouble));
    }

    private static String pointer(String path) {
        return "/" + path.replace('.', '/');
    }
}
