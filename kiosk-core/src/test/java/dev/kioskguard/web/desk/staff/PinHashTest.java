package dev.kioskguard.web.desk.staff;

import static org.assertj.core.api.Assertions.assertThat;

import java.util.Base64;
import java.util.Random;
import javax.crypto.SecretKeyFactory;
import javax.crypto.spec.PBEKeySpec;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.ValueSource;

class PinHashTest {

    private static final int FEW_ITERATIONS = 1_000;

    // A roll outlives whatever made its hashes.
    @ParameterizedTest
    @ValueSource(strings = {"314159", "口令二三四五六七"})
    void itIsTheHashThatThePlatformMakesOfTheSamePin(String pin) throws Exception {
        PinHash hash = PinHash.of(pin, FEW_ITERATIONS, new Random(1));
        var spec = new PBEKeySpec(pin.toCharArray(), Base64.getDecoder().decode(hash.salt()), FEW_ITERATIONS, 256);
        byte[] platforms = SecretKeyFactory.getInstance("PBKDF2WithHmacSHA256")
                .generateSecret(spec)
                .getEncoded();

        assertThat(Base64.getDecoder().decode(hash.hash())).isEqualTo(platforms);
        assertThat(hash.matches(pin)).isTrue();
        assertThat(hash.matches(pin + "0")).as("control").isFalse();
    }
}
