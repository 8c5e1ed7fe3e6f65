package dev.kioskguard.app.doctor;

import dev.kioskguard.app.config.Devices.Place;
import dev.kioskguard.app.config.KioskConfig;
import dev.kioskguard.app.doctor.FileExam.Settings;
import dev.kioskguard.app.verb.Places;
import dev.kioskguard.app.wiring.OpenDevices;
import dev.kioskguard.device.DeviceAddress;
import dev.kioskguard.vision.View;
import dev.kioskguard.web.http.Json;
import java.io.BufferedReader;
import java.io.IOException;
import java.io.PrintWriter;
import java.nio.file.Path;
import java.time.Duration;
import java.time.InstantSource;
import java.time.ZoneId;
import java.util.ArrayList;
import java.util.List;
import java.util.Optional;
import java.util.concurrent.Callable;
import org.jspecify.annotations.Nullable;
import picocli.CommandLine.Command;
import picocli.CommandLine.Mixin;
import picocli.CommandLine.Model.CommandSpec;
import picocli.CommandLine.Option;
import picocli.CommandLine.Spec;

/** The verb that says whether a terminal is fit, line by line, before the engineer leaves. */
@Command(
        name = "doctor",
        description = {
            "Says whether this terminal is fit: a line for each check, what was seen, and what to do.",
            "Without --device: everything that kiosk.yaml names. Exits with 0 only where nothing failed."
        })
public final class DoctorCommand implements Callable<Integer> {

    private static final int NOT_FIT = 1;

    private final InstantSource clock = InstantSource.system();

    @Spec
    private CommandSpec spec;

    @Mixin
    private Places places;

    @Option(
            names = "--device",
            paramLabel = "ADDRESS",
            arity = "1..*",
            description = "just these, such as xfs4iot:ws://host:5846/xfs4iot/v1.0, xfs:IDCARD1 or opencv:0")
    private List<String> devices = new ArrayList<>();

    @Option(names = "--cycle", description = "works each device once; what to do is asked on standard error")
    private boolean cycle;

    @Option(names = "--json", description = "one JSON document instead of lines; nobody is asked what they saw")
    private boolean json;

    @Option(names = "--sheet", paramLabel = "FILE", description = "a commissioning sheet to print and sign, as HTML")
    private @Nullable Path sheet;

    @Option(names = "--present", paramLabel = "NAMES", defaultValue = "", description = "who is there, for the sheet")
    private String present;

    @Option(names = "--hand", paramLabel = "SECONDS", defaultValue = "60", hidden = true)
    private int handSeconds;

    @Override
    public Integer call() throws IOException {
        PrintWriter out = spec.commandLine().getOut();
        if (sheet != null) {
            SheetFile.attempt(sheet);
        }
        List<DeviceAddress> addresses = devices.stream().map(DeviceAddress::of).toList();
        var examiner = new Examiner(finding -> {
            if (!json) {
                out.println(finding.line());
                out.flush();
            }
        });
        Report report = examined(examiner, addresses);
        out.println(json ? Json.text(report.document()) : report.summary().en());
        out.flush();
        if (sheet != null) {
            SheetFile.write(sheet, Sheet.of(report));
        }
        return report.isFit() ? 0 : NOT_FIT;
    }

    private Report examined(Examiner examiner, List<DeviceAddress> addresses) {
        var files = new FileExam(examiner, places.config(), places.data(), clock);
        Optional<Settings> settings = addresses.isEmpty() ? files.examine() : files.known();
        Optional<KioskConfig> config = settings.map(Settings::kiosk);
        ZoneId zone = config.map(known -> known.terminal().zone()).orElse(ZoneId.systemDefault());
        var data = new DataExam(examiner, places.data(), clock);
        boolean guardRuns = addresses.isEmpty() && data.examine(zone);
        Person person = cycle ? person() : null;
        var hands = person == null ? null : new Cycle(examiner, person, new SoundCard(settings.flatMap(files::clip)));
        var eyesight = new Eyesight(config.map(KioskConfig::camera).orElse(View.WHOLE), clock, person);
        var exam = new DeviceExam(examiner, OpenDevices.none(), eyesight, hands);
        if (addresses.isEmpty()) {
            config.ifPresent(known -> terminal(known, examiner, exam, guardRuns));
            data.drill();
        } else {
            addresses.forEach(exam::everything);
        }
        return new Report(
                config.map(known -> known.terminal().id()).orElse(""),
                config.map(known -> known.terminal().branch()).orElse(""),
                clock.instant().atZone(zone).toOffsetDateTime(),
                Optional.ofNullable(DoctorCommand.class.getPackage().getImplementationVersion())
                        .orElse("development"),
                present,
                examiner.findings(),
                exam.versions());
    }

    private void terminal(KioskConfig config, Examiner examiner, DeviceExam exam, boolean guardRuns) {
        for (Place place : Place.values()) {
            config.machine()
                    .devices()
                    .at(place)
                    .ifPresentOrElse(
                            address -> exam.at(place, address),
                            () -> examiner.note(Item.ADDRESS, place.word(), Absence.of(place, config)));
        }
        new PeopleExam(examiner, config, places.config(), places.data()).examine(guardRuns);
    }

    private Person person() {
        var console = json ? null : System.console();
        return new Person(
                spec.commandLine().getErr(),
                console == null ? null : new BufferedReader(console.reader()),
                Duration.ofSeconds(handSeconds));
    }
}
