package dev.kioskguard.adapter.xfs.device;

import dev.kioskguard.adapter.xfs.header.ValueNames;
import dev.kioskguard.adapter.xfs.manager.Session;
import dev.kioskguard.adapter.xfs.memory.StructView;
import dev.kioskguard.device.Inspected;
import dev.kioskguard.device.Inspected.Fact;
import dev.kioskguard.device.Inspected.Kind;
import java.util.ArrayList;
import java.util.Arrays;
import java.util.List;
import java.util.stream.Collectors;
import java.util.stream.IntStream;

/** What a native service tells an engineer of itself. */
final class Findings {

    /** What the guard's work rests on, by the names of the standard; each class has some of them. */
    static final List<String> NUMBERS = List.of(
            "fwType",
            "fwReadTracks",
            "fwChipProtocols",
            "usCards",
            "usKeyNum",
            "fwAlgorithms",
            "fwPinFormats",
            "usMaxPictures",
            "bPictureFile");

    /** The same, with a number for each port or camera; 0 is one that is not there. */
    static final List<String> PORTS = List.of("fwCameras", "fwSensors", "fwDoors", "fwAuxiliaries", "fwGuidLights");

    private Findings() {}

    /** Returns what is worth knowing of a service; empty before it has answered. */
    static List<Fact> of(Session session) {
        List<Fact> facts = new ArrayList<>();
        session.capabilities().ifPresent(can -> {
            facts.add(
                    new Fact(Kind.VERSION, "service", session.header().version().toString()));
            facts.add(new Fact(Kind.MODEL, "provider", session.provider()));
            can.extra().forEach(line -> facts.add(new Fact(Kind.ABILITY, "vendor", line)));
            facts.addAll(abilities(can.view()));
            facts.add(new Fact(Kind.EVENT, "registered", "service, user, system, execute"));
        });
        return facts.stream()
                .filter(fact -> !fact.value().isBlank())
                .limit(Inspected.FACTS_MAX)
                .toList();
    }

    private static List<Fact> abilities(StructView can) {
        List<Fact> facts = new ArrayList<>();
        NUMBERS.stream().filter(can::has).forEach(name -> facts.add(new Fact(Kind.ABILITY, name, number(can, name))));
        PORTS.stream()
                .filter(can::has)
                .forEach(name -> facts.add(new Fact(Kind.ABILITY, name, present(can.numbers(name)))));
        return facts;
    }

    /** A count in decimals, a yes or no, or a mask or kind with the standard's names for it. */
    private static String number(StructView can, String name) {
        int number = can.number(name);
        if (name.startsWith("us")) {
            return Integer.toString(number);
        }
        return name.startsWith("b") ? (number == 0 ? "no" : "yes") : ValueNames.told(can.name(name), number);
    }

    private static String present(int[] ports) {
        return Arrays.stream(ports).allMatch(port -> port == 0)
                ? "none"
                : IntStream.range(0, ports.length)
                        .filter(index -> ports[index] != 0)
                        .mapToObj("[%d]"::formatted)
                        .collect(Collectors.joining(" "));
    }
}
