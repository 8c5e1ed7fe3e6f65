package dev.kioskguard.adapter.xfs.device;

import static org.assertj.core.api.Assertions.assertThat;

import dev.kioskguard.adapter.xfs.header.Abi;
import dev.kioskguard.adapter.xfs.header.Header;
import dev.kioskguard.adapter.xfs.header.Version;
import java.util.Set;
import java.util.stream.Collectors;
import java.util.stream.Stream;
import org.junit.jupiter.api.Test;

class FindingsTest {

    /** A name that no structure has would never be told, and nobody would notice. */
    @Test
    void everyAbilityThatIsAskedForIsAMemberOfTheStandard() {
        Set<String> members = Stream.of("WFSIDCCAPS", "WFSPINCAPS", "WFSCAMCAPS", "WFSSIUCAPS")
                .flatMap(name -> Header.of(Abi.WIN64, Version.V3_30).struct(name).fields().keySet().stream())
                .collect(Collectors.toSet());

        assertThat(members).containsAll(Findings.NUMBERS).containsAll(Findings.PORTS);
    }
}
