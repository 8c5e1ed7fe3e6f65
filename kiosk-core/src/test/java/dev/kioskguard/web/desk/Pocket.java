package dev.kioskguard.web.desk;

import static org.assertj.core.api.Assertions.assertThat;

import dev.kioskguard.web.desk.passkey.PhoneKey;
import dev.kioskguard.web.desk.passkey.PhoneKey.Kind;
import dev.kioskguard.web.desk.staff.StaffOffice;
import dev.kioskguard.web.http.Call;
import java.io.IOException;
import java.net.http.HttpResponse;
import java.util.List;
import tools.jackson.databind.JsonNode;

/** The phones of somebody who has signed in at a desk with their PIN. */
final class Pocket {

    /** What a passkey is added with. */
    static final String PIN = "{\"pin\":\"" + DeskBench.PIN + "\"}";

    private final DeskBench desk;
    private final String owner;

    /** Knows the desk, and the session of whom the phones belong to. */
    Pocket(DeskBench desk, String owner) {
        this.desk = desk;
        this.owner = owner;
    }

    PhoneKey phone(int number) {
        return phone(Kind.EC, number);
    }

    private PhoneKey phone(Kind kind, int number) {
        return new PhoneKey(kind, "http://localhost:" + desk.listener.port(), number);
    }

    /** Returns a phone that the desk knows by now. */
    PhoneKey added(Kind kind, int number) throws IOException, InterruptedException {
        PhoneKey phone = phone(kind, number);
        HttpResponse<String> answer = add(owner, phone);
        assertThat(answer.statusCode()).as(answer.body()).isEqualTo(201);
        assertThat(Call.json(answer.body()).path("id").asString()).isEqualTo(phone.idText());
        return phone;
    }

    HttpResponse<String> add(String cookie, PhoneKey phone) throws IOException, InterruptedException {
        return desk.post(cookie, "/desk/passkeys", phone.made(toAdd(cookie)));
    }

    JsonNode toAdd(String cookie) throws IOException, InterruptedException {
        return Call.json(desk.post(cookie, "/desk/passkeys/challenge", PIN).body());
    }

    JsonNode toSignIn() throws IOException, InterruptedException {
        return Call.json(
                Call.post(desk.listener, "/desk/session/challenge", "{}").body());
    }

    HttpResponse<String> signIn(PhoneKey phone) throws IOException, InterruptedException {
        return desk.post("", "/desk/session", phone.signed(toSignIn()));
    }

    /** Returns one detail of the journal's lines about staff, where they have it. */
    List<String> details(String name) {
        return desk.told(StaffOffice.KIND)
                .filter(open -> open.has(name))
                .map(open -> open.path(name).asString())
                .toList();
    }

    static String cookie(HttpResponse<String> signedIn) {
        return signedIn.headers().firstValue("Set-Cookie").orElseThrow().split(";", 2)[0];
    }
}
