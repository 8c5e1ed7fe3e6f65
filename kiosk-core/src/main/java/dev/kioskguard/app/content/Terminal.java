package dev.kioskguard.app.content;

import dev.kioskguard.app.config.ConfigWatch;
import dev.kioskguard.app.config.KioskConfig;
import dev.kioskguard.app.verb.Places;
import dev.kioskguard.app.wiring.ContentInUse;
import dev.kioskguard.content.signed.Admission;
import java.nio.file.Path;
import java.time.InstantSource;

/** The terminal that a configuration describes, as far as packs are concerned. */
record Terminal(KioskConfig config, Path folder) {

    static Terminal of(Places places) {
        try (ConfigWatch watch = ConfigWatch.open(places.config().resolve("kiosk.yaml"), InstantSource.system())) {
            return new Terminal(watch.current(), places.config());
        }
    }

    Admission admission() {
        return ContentInUse.admission(folder, config);
    }
}
