package dev.kioskguard.content;

import static org.assertj.core.api.Assertions.assertThat;

import java.nio.file.Files;
import java.nio.file.Path;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.ValueSource;

class SignsTest {

    @TempDir
    private Path temp;

    @Test
    void aSignIsAFileOfItsName() {
        Signs signs = new Signs(ShippedContent.DIR.resolve("signs"));

        assertThat(signs.sign("romance"))
                .hasValueSatisfying(file -> assertThat(file).isRegularFile());
        assertThat(signs.sign("romanze")).isEmpty();
    }

    @ParameterizedTest
    @ValueSource(strings = {"../secret", "", "..", "secret.svg", "Secret", "a/../../secret", "secret\0"})
    void aNameThatIsNoneNeverLeavesTheFolder(String name) throws Exception {
        Files.writeString(temp.resolve("secret.svg"), "<svg/>");
        Path folder = Files.createDirectory(temp.resolve("signs"));

        assertThat(new Signs(folder).sign(name)).isEmpty();
        assertThat(new Signs(temp).sign("secret")).as("control").isPresent();
    }
}
