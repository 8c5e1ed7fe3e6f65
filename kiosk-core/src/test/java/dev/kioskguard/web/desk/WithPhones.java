package dev.kioskguard.web.desk;

import dev.kioskguard.paging.Role;
import java.io.IOException;
import java.nio.file.Path;
import org.junit.jupiter.api.AfterEach;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.io.TempDir;

/** A desk at which an officer sits, with phones in their pocket. */
abstract class WithPhones {

    @TempDir
    Path temp;

    DeskBench desk;
    String officer;
    Pocket pocket;

    @BeforeEach
    void anOfficerSitsAtTheDesk() throws IOException, InterruptedException {
        desk = new DeskBench(temp);
        officer = desk.signIn(Role.OFFICER);
        pocket = new Pocket(desk, officer);
    }

    @AfterEach
    void closes() {
        desk.close();
    }
}
