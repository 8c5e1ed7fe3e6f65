package dev.kioskguard.web.desk;

import static org.assertj.core.api.Assertions.assertThat;

import dev.kioskguard.paging.Role;
import dev.kioskguard.web.desk.passkey.PhoneKey;
import dev.kioskguard.web.desk.passkey.PhoneKey.Kind;
import dev.kioskguard.web.http.Call;
import java.io.IOException;
import java.net.http.HttpResponse;
import java.time.Duration;
import java.util.List;
import java.util.Optional;
import java.util.function.Consumer;
import org.junit.jupiter.api.Test;
import tools.jackson.databind.JsonNode;

class PasskeyRefusalTest extends WithPhones {

    @Test
    void onlyWhoeverKnowsThePinAddsOneAndOnlyInTheSessionThatAsked() throws IOException, InterruptedException {
        assertThat(desk.post(officer, "/desk/passkeys/challenge", "{\"pin\":\"271828\"}")
                        .statusCode())
                .isEqualTo(401);
        assertThat(desk.post("", "/desk/passkeys/challenge", Pocket.PIN).statusCode())
                .isEqualTo(401);

        var phone = pocket.phone(1);
        String made = phone.made(pocket.toAdd(officer));
        String other = desk.signIn(Role.OFFICER);
        assertThat(desk.post(other, "/desk/passkeys", made).body()).contains("challenge-over");
        assertThat(desk.post(officer, "/desk/passkeys", made).body())
                .as("a challenge counts once, whoever brings it")
                .contains("challenge-over");
        assertThat(desk.post(officer, "/desk/passkeys", phone.made(pocket.toSignIn()))
                        .body())
                .as("one that was for signing in")
                .contains("challenge-over");
        assertThat(Call.json(desk.get(officer, "/desk/passkeys").body())).isEmpty();
    }

    @Test
    void whatWasSignedElsewhereByAnotherOrByNobodySignsNobodyIn() throws IOException, InterruptedException {
        PhoneKey phone = pocket.added(Kind.EC, 1);
        refused(phone, "origin", bad -> bad.origin = "http://localhost.evil.example");
        refused(phone, "origin", bad -> bad.host = "evil.example");
        refused(phone, "unverified", bad -> bad.verified = false);
        refused(phone, "unknown", bad -> bad.user = "A".repeat(43));
        PhoneKey copy = pocket.phone(1);
        copy.user = phone.user;
        refused(copy, "signature", bad -> {});
        PhoneKey stranger = pocket.phone(2);
        stranger.user = phone.user;
        refused(stranger, "unknown", bad -> {});
        assertThat(pocket.signIn(phone).statusCode()).as("control").isEqualTo(200);
    }

    private void refused(PhoneKey phone, String why, Consumer<PhoneKey> spoilt)
            throws IOException, InterruptedException {
        String origins = phone.origin;
        String host = phone.host;
        String user = phone.user;
        desk.pass(Duration.ofMinutes(1));
        spoilt.accept(phone);
        HttpResponse<String> answer = pocket.signIn(phone);
        assertThat(answer.statusCode()).as(why).isEqualTo(401);
        assertThat(answer.body()).contains("passkey-refused");
        assertThat(answer.headers().firstValue("Set-Cookie")).isEmpty();
        assertThat(pocket.details("why")).last().isEqualTo(why);
        phone.origin = origins;
        phone.host = host;
        phone.user = user;
        phone.verified = true;
    }

    @Test
    void whatWasCapturedIsOfNoUseNorIsWhatComesTooLate() throws IOException, InterruptedException {
        PhoneKey phone = pocket.added(Kind.EC, 1);
        String captured = phone.signed(pocket.toSignIn());
        assertThat(desk.post("", "/desk/session", captured).statusCode()).isEqualTo(200);
        HttpResponse<String> again = desk.post("", "/desk/session", captured);
        assertThat(again.statusCode()).isEqualTo(409);
        assertThat(again.body()).contains("challenge-over");

        JsonNode asked = pocket.toSignIn();
        desk.pass(Duration.ofMinutes(2));
        assertThat(desk.post("", "/desk/session", phone.signed(asked)).statusCode())
                .isEqualTo(409);
        assertThat(pocket.details("why")).containsExactly("challenge", "challenge");
    }

    @Test
    void aCopyThatHasSignedNoMoreOftenIsRefusedAndWrittenDownOnceAMinute() throws IOException, InterruptedException {
        PhoneKey phone = pocket.added(Kind.EC, 1);
        assertThat(pocket.signIn(phone).statusCode()).isEqualTo(200);
        for (int i = 0; i < 3; i++) {
            phone.counter = 0;
            assertThat(pocket.signIn(phone).statusCode()).isEqualTo(401);
        }
        assertThat(pocket.details("why")).containsExactly("counter");
        phone.counter = 1;
        assertThat(pocket.signIn(phone).statusCode()).as("the real one goes on").isEqualTo(200);
    }

    @Test
    void nobodyHasMoreThanFiveNorOneThatIsKnown() throws IOException, InterruptedException {
        for (int i = 1; i <= 5; i++) {
            pocket.added(Kind.EC, i);
        }
        HttpResponse<String> sixth = pocket.add(officer, pocket.phone(6));
        assertThat(sixth.statusCode()).isEqualTo(409);
        assertThat(sixth.body()).contains("passkeys-full");
        String head = desk.signIn(Role.HEAD_OF_BRANCH);
        assertThat(pocket.add(head, pocket.phone(5)).body()).contains("passkey-known");
    }

    @Test
    void whereTheDeskHasNoNameThereAreNone() throws IOException, InterruptedException {
        PhoneKey phone = pocket.added(Kind.EC, 1);
        JsonNode asked = pocket.toSignIn();
        desk.passkeys.reachedAt(Optional.empty());
        assertThat(Call.post(desk.listener, "/desk/session/challenge", "{}").body())
                .contains("no-passkeys");
        assertThat(desk.post(officer, "/desk/passkeys/challenge", Pocket.PIN).statusCode())
                .isEqualTo(409);
        assertThat(desk.post("", "/desk/session", phone.signed(asked)).statusCode())
                .isEqualTo(409);
    }

    @Test
    void aBadBodySignsNobodyIn() throws IOException, InterruptedException {
        String rest = "\"user\":\"AA\",\"clientData\":\"e30\",\"authenticatorData\":\"AA\",\"signature\":\"AA\"}";
        for (String body : List.of(
                "{\"passkey\":\"x\"}",
                "{\"passkey\":{}}",
                "{\"passkey\":{\"id\":\"A+/=\"," + rest + "}",
                "{\"passkey\":{\"id\":\"A\"," + rest.replace("\"e30\"", "\"e\"") + "}",
                "{\"passkey\":{\"id\":\"AA\"," + rest + ",\"pin\":\"314159\"}")) {
            assertThat(desk.post("", "/desk/session", body).statusCode())
                    .as(body)
                    .isEqualTo(422);
        }
        for (String clientData : List.of("e30", "AA", "W10", "bnVsbA", "eyJjaGFsbGVuZ2UiOm51bGx9")) {
            String body = "{\"passkey\":{\"id\":\"AA\"," + rest.replace("e30", clientData) + "}";
            assertThat(desk.post("", "/desk/session", body).statusCode())
                    .as(body)
                    .isEqualTo(401);
            String made = "{\"attestation\":\"oA\",\"clientData\":\"" + clientData + "\"}";
            assertThat(desk.post(officer, "/desk/passkeys", made).statusCode())
                    .as(made)
                    .isEqualTo(422);
        }
        assertThat(pocket.details("why")).containsExactly("form", "form");
    }
}
