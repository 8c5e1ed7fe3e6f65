package dev.kioskguard.sim.whole;

import static org.assertj.core.api.Assertions.assertThat;
import static org.awaitility.Awaitility.await;

import dev.kioskguard.sim.browser.Chromium;
import dev.kioskguard.sim.browser.SharedChromium;
import java.io.IOException;
import java.net.URI;
import java.net.http.HttpClient;
import java.net.http.HttpRequest;
import java.net.http.HttpRequest.BodyPublishers;
import java.net.http.HttpResponse;
import java.net.http.HttpResponse.BodyHandlers;
import java.nio.file.Path;
import org.junit.jupiter.api.AfterEach;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.extension.RegisterExtension;
import org.junit.jupiter.api.io.TempDir;
import org.openqa.selenium.virtualauthenticator.HasVirtualAuthenticator;
import org.openqa.selenium.virtualauthenticator.VirtualAuthenticator;
import org.openqa.selenium.virtualauthenticator.VirtualAuthenticatorOptions;

/** Signing in at the desk with a real browser's passkey, on a phone that asks for a finger and gets it. */
class DeskPasskeyTest {

    @RegisterExtension
    static final SharedChromium SHARED = new SharedChromium();

    /** Asks the browser as the desk's own page does, wherever this runs, and returns what would be posted. */
    private static final String SIGN = """
            const [asked, done] = arguments;
            const bytes = (text) => Uint8Array.from(atob(text.replace(/-/g, '+').replace(/_/g, '/')),
              (c) => c.charCodeAt(0));
            const text = (buffer) => btoa(String.fromCharCode(...new Uint8Array(buffer)))
              .replace(/\\+/g, '-').replace(/\\//g, '_').replace(/=+$/, '');
            const options = JSON.parse(asked);
            navigator.credentials.get({ publicKey: { ...options, challenge: bytes(options.challenge) } })
              .then(({ id, response }) => done(JSON.stringify({ passkey: {
                id, user: text(response.userHandle), clientData: text(response.clientDataJSON),
                authenticatorData: text(response.authenticatorData), signature: text(response.signature) } })),
                (failed) => done(String(failed)));
            """;

    @TempDir
    Path folder;

    private Premises premises;
    private Simulation simulation;
    private Chromium browser;
    private DeskPhone phone;
    private VirtualAuthenticator finger;

    @BeforeEach
    void opens() throws IOException {
        premises = Premises.in(folder);
        simulation = Simulation.start(premises.options(1));
        browser = SHARED.browser().sized(390, 844);
        phone = new DeskPhone(browser, premises, folder.resolve("data"));
        finger = ((HasVirtualAuthenticator) browser.driver())
                .addVirtualAuthenticator(new VirtualAuthenticatorOptions()
                        .setProtocol(VirtualAuthenticatorOptions.Protocol.CTAP2)
                        .setTransport(VirtualAuthenticatorOptions.Transport.INTERNAL)
                        .setHasResidentKey(true)
                        .setHasUserVerification(true)
                        .setIsUserVerified(true));
    }

    @AfterEach
    void closes() {
        ((HasVirtualAuthenticator) browser.driver()).removeVirtualAuthenticator(finger);
        browser.driver().get("about:blank");
        simulation.close();
    }

    @Test
    void whoeverHasAddedTheirPhoneComesBackByAFingerUntilTheyAreRevoked() throws Exception {
        opens("127.0.0.1");
        assertThat(browser.is("document.getElementById('by-passkey').hidden"))
                .as("an address has no passkeys, and no dead button")
                .isTrue();
        opens("localhost");
        phone.show("desk-sign-in-passkey");
        addsThePhone();

        phone.signOut();
        finger.setUserVerified(false);
        phone.click("#sign-in-passkey");
        await().atMost(DeskPhone.SOON)
                .until(() -> browser.text("#by-passkey .said").contains("没有完成"));
        assertThat(browser.is("document.getElementById('sign-in').checkVisibility()"))
                .as("the PIN is still there")
                .isTrue();
        finger.setUserVerified(true);
        comesBack();
        assertThat(premises.lines("Staff"))
                .extracting(line -> line.open().path("what").asString() + " "
                        + line.open().path("means").asString("-"))
                .containsSubsequence("signed-in pin", "passkey-added -", "signed-in passkey");

        phone.signOut();
        whatIsSignedOnAnotherPageOrCapturedIsNoUse();
        theHeadRevokesThem();
    }

    private void addsThePhone() throws IOException {
        phone.signIn("lobby-manager");
        phone.click("#passkeys summary");
        browser.run("document.querySelector('#add-passkey [name=pin]').value = arguments[0]", "nobody's");
        phone.click("#add-passkey button");
        await().atMost(DeskPhone.SOON)
                .until(() -> browser.text("#add-passkey .said").contains("口令不对"));
        browser.run(
                "document.querySelector('#add-passkey [name=pin]').value = arguments[0]", phone.pin("lobby-manager"));
        phone.click("#add-passkey button");
        await().atMost(DeskPhone.SOON)
                .until(() -> browser.text("#add-passkey .said").contains("已添加"));
        assertThat(browser.text("#own-passkeys")).contains("添加 Added");
        browser.run("document.getElementById('passkeys').scrollIntoView()");
        phone.show("desk-passkeys");
        assertThat(finger.getCredentials()).hasSize(1);
    }

    private void comesBack() {
        phone.click("#sign-in-passkey");
        await().atMost(DeskPhone.SOON).until(() -> browser.is("!document.getElementById('who').hidden"));
        assertThat(browser.text("#who")).contains("王芳");
    }

    private void whatIsSignedOnAnotherPageOrCapturedIsNoUse() throws Exception {
        String captured = signed();
        assertThat(post("/desk/session", captured).statusCode()).as("control").isEqualTo(200);
        assertThat(post("/desk/session", captured).body()).contains("challenge-over");

        browser.driver().get("http://localhost:" + (premises.portBase() + 2) + "/");
        HttpResponse<String> elsewhere = post("/desk/session", signed());
        assertThat(elsewhere.statusCode())
                .as("signed on a page of another port")
                .isEqualTo(401);
        await().atMost(DeskPhone.SOON)
                .untilAsserted(() -> assertThat(premises.lines("Staff"))
                        .extracting(line -> line.open().path("why").asString("-"))
                        .contains("challenge", "origin"));
    }

    private String signed() throws Exception {
        String asked = post("/desk/session/challenge", "").body();
        return String.valueOf(browser.driver().executeAsyncScript(SIGN, asked));
    }

    private void theHeadRevokesThem() throws IOException {
        opens("localhost");
        phone.signIn("head-of-branch");
        phone.click("#staff summary");
        await().atMost(DeskPhone.SOON).until(() -> browser.text("#roll").contains("删除通行密钥"));
        String revoke = "#roll li:first-child button:last-child";
        phone.click(revoke);
        phone.click(revoke);
        await().atMost(DeskPhone.SOON).until(() -> browser.text("#enrol .said").contains("已停用"));
        phone.signOut();
        phone.click("#sign-in-passkey");
        await().atMost(DeskPhone.SOON)
                .until(() -> browser.text("#by-passkey .said").contains("在这里无效"));
        phone.show("desk-passkey-refused");
    }

    private void opens(String host) {
        browser.driver().get("http://" + host + ":" + (premises.portBase() + 1) + "/desk");
        await().atMost(DeskPhone.SOON).until(() -> browser.is("!document.getElementById('sign-in').hidden"));
    }

    private HttpResponse<String> post(String path, String body) throws IOException, InterruptedException {
        var request = HttpRequest.newBuilder(URI.create("http://127.0.0.1:" + (premises.portBase() + 1))
                        .resolve(path))
                .header("Content-Type", "application/json")
                .POST(BodyPublishers.ofString(body));
        return HttpClient.newHttpClient().send(request.build(), BodyHandlers.ofString());
    }
}
