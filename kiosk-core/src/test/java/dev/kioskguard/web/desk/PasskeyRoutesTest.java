package dev.kioskguard.web.desk;

import static org.assertj.core.api.Assertions.assertThat;

import dev.kioskguard.paging.Role;
import dev.kioskguard.web.desk.passkey.PhoneKey;
import dev.kioskguard.web.desk.passkey.PhoneKey.Kind;
import dev.kioskguard.web.http.Call;
import java.io.IOException;
import java.net.http.HttpResponse;
import java.nio.file.Files;
import java.nio.file.attribute.PosixFilePermissions;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.EnumSource;
import tools.jackson.databind.JsonNode;

class PasskeyRoutesTest extends WithPhones {

    @ParameterizedTest
    @EnumSource
    void whatWasAddedSignsInWithoutANameOrAPin(Kind kind) throws IOException, InterruptedException {
        PhoneKey phone = pocket.added(kind, 1);
        HttpResponse<String> answer = pocket.signIn(phone);

        assertThat(answer.statusCode()).as(answer.body()).isEqualTo(200);
        assertThat(Call.json(answer.body()).path("staff").asString()).isEqualTo("officer");
        assertThat(answer.headers().allValues("Set-Cookie").get(0))
                .matches("kiosk-desk=[\\w-]{43}; Path=/desk; HttpOnly; SameSite=Strict");
        assertThat(desk.get(Pocket.cookie(answer), "/desk/pages").statusCode()).isEqualTo(200);
        assertThat(pocket.signIn(phone).statusCode()).as("once more").isEqualTo(200);
        assertThat(desk.staffLines()).contains("passkey-added officer officer", "signed-in officer officer");
        assertThat(pocket.details("means")).containsExactly("pin", "passkey", "passkey");
        assertThat(PosixFilePermissions.toString(Files.getPosixFilePermissions(temp.resolve("staff.json"))))
                .isEqualTo("rw-------");
    }

    @Test
    void aBrowserIsAskedForAKeyOfThisHostThatKnowsItsOwner() throws IOException, InterruptedException {
        pocket.added(Kind.EC, 1);
        JsonNode toAdd = pocket.toAdd(officer);
        assertThat(toAdd.path("rp").path("id").asString()).isEqualTo("localhost");
        assertThat(toAdd.path("attestation").asString()).isEqualTo("none");
        assertThat(toAdd.path("authenticatorSelection").path("userVerification").asString())
                .isEqualTo("required");
        assertThat(toAdd.path("pubKeyCredParams").findValuesAsString("alg")).containsExactly("-7", "-8", "-257");
        assertThat(toAdd.path("excludeCredentials")).hasSize(1);
        JsonNode toSignIn = pocket.toSignIn();
        assertThat(toSignIn.path("rpId").asString()).isEqualTo("localhost");
        assertThat(toSignIn.path("userVerification").asString()).isEqualTo("required");
        assertThat(toSignIn.has("allowCredentials"))
                .as("no name is asked, none is told")
                .isFalse();
    }

    @Test
    void aPhoneThatCountsNothingSignsInAsOftenAsItLikes() throws IOException, InterruptedException {
        PhoneKey phone = pocket.added(Kind.EC, 1);
        for (int i = 0; i < 2; i++) {
            phone.counter = -1;
            assertThat(pocket.signIn(phone).statusCode()).isEqualTo(200);
        }
    }

    @Test
    void whoeverIsRevokedIsOutByPasskeyTooAlsoOnceTheNameIsBack() throws IOException, InterruptedException {
        PhoneKey phone = pocket.added(Kind.EC, 1);
        String head = desk.signIn(Role.HEAD_OF_BRANCH);
        String session = Pocket.cookie(pocket.signIn(phone));
        assertThat(desk.delete(head, "/desk/staff/officer").statusCode()).isEqualTo(204);
        assertThat(desk.get(session, "/desk/pages").statusCode()).isEqualTo(401);
        assertThat(pocket.signIn(phone).statusCode()).isEqualTo(401);
        desk.post(
                head, "/desk/staff", "{\"staff\":\"officer\",\"name\":\"n\",\"role\":\"officer\",\"pin\":\"161803\"}");
        assertThat(pocket.signIn(phone).statusCode()).isEqualTo(401);
    }

    @Test
    void whoeverLosesAPhoneOrHasTheHeadTakeItOffIsOutOnItAtOnce() throws IOException, InterruptedException {
        PhoneKey phone = pocket.added(Kind.EC, 1);
        PhoneKey second = pocket.added(Kind.EC, 2);
        String onPhone = Pocket.cookie(pocket.signIn(phone));
        String onSecond = Pocket.cookie(pocket.signIn(second));
        assertThat(desk.delete(officer, "/desk/passkeys/" + phone.idText()).statusCode())
                .isEqualTo(204);
        assertThat(desk.get(onPhone, "/desk/pages").statusCode()).isEqualTo(401);
        assertThat(pocket.signIn(phone).statusCode()).isEqualTo(401);
        assertThat(desk.get(onSecond, "/desk/pages").statusCode())
                .as("the other")
                .isEqualTo(200);

        String all = "/desk/staff/officer/passkeys";
        assertThat(desk.delete(officer, all).statusCode()).isEqualTo(403);
        String head = desk.signIn(Role.HEAD_OF_BRANCH);
        assertThat(desk.delete(head, "/desk/passkeys/" + second.idText()).statusCode())
                .as("of another")
                .isEqualTo(404);
        assertThat(desk.get(head, "/desk/staff").body()).contains("\"passkeys\":1");
        assertThat(desk.delete(head, all).statusCode()).isEqualTo(204);
        assertThat(desk.get(onSecond, "/desk/pages").statusCode()).isEqualTo(401);
        assertThat(desk.get(officer, "/desk/pages").statusCode()).as("by PIN").isEqualTo(200);
        assertThat(desk.delete(head, all).statusCode()).isEqualTo(404);
        assertThat(desk.staffLines())
                .contains("passkey-removed officer officer", "passkey-removed officer head-of-branch");
    }

    @Test
    void anotherPinEndsWhatWasOpenedElsewhereAndLeavesThePasskeys() throws IOException, InterruptedException {
        PhoneKey phone = pocket.added(Kind.EC, 1);
        String onPhone = Pocket.cookie(pocket.signIn(phone));
        String pins = "{\"pin\":\"" + DeskBench.PIN + "\",\"newPin\":\"141421\"}";
        assertThat(desk.post(officer, "/desk/session/pin", pins).statusCode()).isEqualTo(204);
        assertThat(desk.get(onPhone, "/desk/pages").statusCode()).isEqualTo(401);
        assertThat(pocket.signIn(phone).statusCode()).isEqualTo(200);
    }
}
