package dev.kioskguard.paging;

import static org.assertj.core.api.Assertions.assertThat;

import java.util.Arrays;
import java.util.stream.Collectors;
import org.junit.jupiter.api.Test;

class RightsTest {

    @Test
    void theWholeTableAsAnOfficerOfTheBankReadsIt() {
        String page = Rights.TABLE.stream()
                .map(right -> "%-12s %s"
                        .formatted(
                                right.deed().word(),
                                Rights.whoMay(right.deed()).stream()
                                        .map(Role::word)
                                        .collect(Collectors.joining(", "))))
                .collect(Collectors.joining("\n"));
        assertThat(page).isEqualTo("""
                        acknowledge  lobby-manager, head-of-branch, officer
                        release      lobby-manager, head-of-branch, officer
                        hold         lobby-manager, head-of-branch, officer
                        cancel       lobby-manager, head-of-branch, officer
                        escalate     lobby-manager, head-of-branch, officer
                        close        lobby-manager, head-of-branch, officer
                        patrol       lobby-manager, head-of-branch, officer
                        report       head-of-branch, officer
                        oversee      head-of-branch
                        draft        head-of-branch
                        drill        head-of-branch
                        enrol        head-of-branch""");
    }

    @Test
    void everyDeedHasItsOneLine() {
        assertThat(Rights.TABLE).extracting(Rights.Right::deed).containsExactly(Deed.values());
        assertThat(Rights.of(Role.HEAD_OF_BRANCH)).containsExactly(Deed.values());
        assertThat(Arrays.stream(Deed.values()).filter(deed -> Rights.may(Role.ENGINEER, deed)))
                .as("an engineer looks after the machine and only reads")
                .isEmpty();
    }
}
