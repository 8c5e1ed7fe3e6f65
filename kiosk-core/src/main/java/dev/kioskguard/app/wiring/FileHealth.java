package dev.kioskguard.app.wiring;

import dev.kioskguard.app.config.ConfigStatus;
import dev.kioskguard.app.list.SuspectList;
import dev.kioskguard.content.Scam;
import dev.kioskguard.content.Script;
import dev.kioskguard.guard.run.Time;
import dev.kioskguard.risk.Facts;
import dev.kioskguard.risk.RiskPolicy;
import java.time.Duration;
import java.time.temporal.ChronoUnit;
import java.util.HashMap;
import java.util.HashSet;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import java.util.Set;
import java.util.stream.Collectors;

/** How the files stand that a bank may change while the guard runs: configuration, risk policy, list of suspects. */
final class FileHealth {

    private final GuardSetup setup;
    private final LookUps lookUps;
    private final Time time;

    FileHealth(GuardSetup setup, LookUps lookUps, Time time) {
        this.setup = setup;
        this.lookUps = lookUps;
        this.time = time;
    }

    /** Returns whether each of them counts as it lies there, and the list is no older than it may be. */
    boolean isWell() {
        return setup.config().status().isWell()
                && setup.config().risk().status().isWell()
                && lookUps.suspects()
                        .map(list -> list.status().isWell() && !isOld(list.current()))
                        .orElse(true);
    }

    void into(Map<String, Object> body) {
        body.put("config", of(setup.config().status()));
        RiskPolicy policy = setup.config().risk().current();
        Map<String, Object> risk = of(setup.config().risk().status());
        risk.put("version", policy.version());
        List<String> neverAsked =
                policy.neverAsked(offered(setup.wording().pack().script()));
        if (!neverAsked.isEmpty()) {
            risk.put("neverAsked", neverAsked);
        }
        body.put("risk", risk);
        lookUps.suspects().ifPresent(watch -> {
            Map<String, Object> suspects = of(watch.status());
            SuspectList list = watch.current();
            suspects.put("issued", list.issued().toString());
            suspects.put("age", age(list).truncatedTo(ChronoUnit.SECONDS).toString());
            suspects.put("old", isOld(list));
            suspects.put("entries", list.size());
            body.put("suspects", suspects);
        });
    }

    private Duration age(SuspectList list) {
        return list.age(time.instant());
    }

    private boolean isOld(SuspectList list) {
        return age(list).compareTo(setup.config().risk().current().listAgeMax()) > 0;
    }

    /** Returns every question that may be answered, with the choices it may be answered by. */
    private static Map<String, Set<String>> offered(Script script) {
        var offered = new HashMap<String, Set<String>>();
        script.questions().forEach(question -> offered.put(question.id(), Set.copyOf(question.choices())));
        var purposes = new HashSet<>(script.purposes());
        purposes.addAll(script.baits());
        offered.put("purpose", purposes);
        Set<String> scams = script.scams().stream().map(Scam::id).collect(Collectors.toSet());
        scams.forEach(scam -> offered.put(Facts.SCAM_QUESTION + scam, Set.of("yes", "no")));
        scams.addAll(script.baits());
        offered.put("bait", scams);
        return offered;
    }

    private static Map<String, Object> of(ConfigStatus status) {
        var body = new LinkedHashMap<String, Object>();
        body.put("goodSince", status.goodSince().toString());
        if (status.refusal() != null) {
            body.put("refused", status.refusal().complaints());
        }
        if (status.unheeded() != null) {
            body.put("unheeded", status.unheeded());
        }
        return body;
    }
}
