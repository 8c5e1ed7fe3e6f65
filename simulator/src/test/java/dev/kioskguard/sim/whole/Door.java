package dev.kioskguard.sim.whole;

import java.util.Arrays;
import java.util.List;
import java.util.Set;

/**
 * A call with a body that somebody outside may make.
 *
 * @param path with {@code {session}}, {@code {transfer}} and the like where the ids of what is live belong
 * @param sample a body that is well formed and fits what is live
 * @param scene what has to be live for it
 * @param opens the first digit of the status that answers {@code sample} where the devices are owned as it wants
 */
record Door(Kind kind, String method, String path, String sample, Scene scene, Set<Owner> owners, int opens) {

    /** Whose token opens it. */
    enum Kind {
        API,
        SCREEN,
        DESK,
        /** Of the desk, for the head of the branch alone. */
        HEAD,
        BENCH
    }

    /** What is live when somebody knocks. */
    enum Scene {
        NOBODY,
        VISIT,
        /** A visit of the card of a transfer that is paused. */
        PAUSED,
        ASKED,
        HELD
    }

    /** Who owns the devices, as {@code ownership} of the configuration says it. */
    enum Owner {
        HOSTED,
        BESIDE
    }

    static final String TRANSFER =
            "{\"sessionId\":\"{session}\",\"kind\":\"transfer\",\"amount\":{\"currency\":\"CNY\",\"minor\":2000000},"
                    + "\"payee\":{\"name\":\"张三\",\"account\":\"6222020000009876\",\"bank\":\"b\",\"region\":\"r\","
                    + "\"relation\":\"other\",\"firstTime\":true,\"listed\":false},"
                    + "\"payer\":{\"masked\":\"6222\",\"bank\":\"b\",\"region\":\"r\",\"elder\":false,"
                    + "\"dayTotal\":1,\"balanceShare\":0,\"anomaly\":false},"
                    + "\"delay\":\"real-time\",\"language\":\"zh-CN\"}";

    /** The first nineteen in the order by which the saved inputs of the fuzz test name them. */
    static final List<Door> ALL = List.of(
            api(
                    "POST",
                    "/api/sessions",
                    "{\"terminalId\":\"ATM-0001\",\"card\":{\"token\":\"k\",\"masked\":\"6222\"},\"language\":\"zh-CN\"}",
                    Scene.NOBODY,
                    2,
                    Owner.BESIDE),
            api("DELETE", "/api/sessions/{session}", "{}", Scene.VISIT, 2, Owner.BESIDE),
            api("PUT", "/api/sessions/{session}/mode", "{\"mode\":\"guard\"}", Scene.VISIT, 2, Owner.BESIDE),
            api("POST", "/api/sessions/{session}/keys", "{\"keys\":[\"7\"]}", Scene.ASKED, 2, Owner.BESIDE),
            api(
                    "POST",
                    "/api/sessions/{session}/pin-block",
                    "{\"format\":\"iso-0\",\"key\":\"PINKEY\",\"account\":\"6222020000000000018\"}",
                    Scene.VISIT,
                    2,
                    Owner.HOSTED),
            api("POST", "/api/sessions/{session}/card", "{\"action\":\"return\"}", Scene.ASKED, 2, Owner.HOSTED),
            api("POST", "/api/sessions/{session}/chip", "{\"apdu\":\"AKQEAA==\"}", Scene.ASKED, 2, Owner.HOSTED),
            api("POST", "/api/transfers", TRANSFER, Scene.VISIT, 2),
            api("DELETE", "/api/transfers/{transfer}", "{}", Scene.ASKED, 2),
            api(
                    "POST",
                    "/api/transfers/{paused}/resume",
                    "{\"sessionId\":\"{session}\",\"code\":\"{pause}\"}",
                    Scene.PAUSED,
                    2),
            // The application of the simulation does every request at once: there is none left to name.
            api("POST", "/api/requests/{request}/done", "{\"ok\":true,\"detail\":\"done\"}", Scene.ASKED, 4),
            screen("/screen/answers", "{\"screenId\":\"{screen}\",\"choice\":\"help\"}", 2),
            screen("/screen/answers", "{\"screenId\":\"{screen}\",\"text\":\"20000\"}", 4),
            screen(
                    "/screen/proofs",
                    "{\"screenId\":\"{screen}\",\"channel\":\"text\",\"ok\":true,\"detail\":\"rendered\"}",
                    2),
            bench("/sim/keys", "{\"keys\":[\"7\"]}", Scene.ASKED, 2),
            bench("/sim/camera", "{\"sightings\":[\"PAPER_NOTE\"]}", Scene.ASKED, 2),
            bench("/sim/faults", "{\"device\":\"lights\",\"fault\":\"slow\",\"for\":\"PT0.1S\"}", Scene.ASKED, 2),
            bench("/sim/host/submit", "{\"clearance\":\"a.b.c\",\"transfer\":" + TRANSFER + "}", Scene.ASKED, 2),
            bench("/sim/host/cancel", "{\"transferId\":\"{transfer}\"}", Scene.ASKED, 4),
            bench("/sim/headset", "{\"plugged\":false}", Scene.ASKED, 2),
            bench("/sim/staff", "{\"as\":\"absent\"}", Scene.ASKED, 2),
            new Door(
                    Kind.BENCH,
                    "POST",
                    "/sim/transfer",
                    TRANSFER.replace("\"sessionId\":\"{session}\",", ""),
                    Scene.VISIT,
                    Set.of(Owner.HOSTED),
                    2),
            api(
                    "POST",
                    "/api/notices",
                    "{\"sessionId\":\"{session}\",\"subject\":\"account-opening\"}",
                    Scene.VISIT,
                    2),
            desk("/desk/session", "{\"staff\":\"{staff}\",\"pin\":\"{pin}\"}"),
            desk("/desk/session/challenge", ""),
            // No phone has signed this, and none has made that.
            refused(
                    "/desk/session",
                    "{\"passkey\":{\"id\":\"AA\",\"user\":\"AA\",\"clientData\":\"e30\",\"authenticatorData\":\"AA\","
                            + "\"signature\":\"AA\"}}"),
            desk("/desk/passkeys/challenge", "{\"pin\":\"{pin}\"}"),
            refused("/desk/passkeys", "{\"attestation\":\"oA\",\"clientData\":\"e30\"}"),
            desk("/desk/pages/{page}/delivery", "{}"),
            desk("/desk/pages/{page}/acknowledgement", "{}"),
            desk(
                    "/desk/pages/{page}/verdict",
                    "{\"actionId\":\"{action}\",\"action\":\"hold\",\"code\":\"{code}\",\"reason\":\"came\"}"),
            desk("/desk/patrols", "{}"),
            // A transfer that is under way is not closed out.
            refused("/desk/pages/{page}/closure", "{\"was\":\"false-alarm\",\"note\":\"n\"}"),
            // With a real page there is no drill.
            drill(Kind.HEAD, "", "{}"),
            drill(Kind.DESK, "/{action}/acknowledgement", "{}"),
            drill(Kind.DESK, "/{action}/arrival", "{}"),
            drill(Kind.DESK, "/{action}/question", "{\"question\":\"talk-aside\"}"),
            drill(Kind.DESK, "/{action}/verdict", "{\"action\":\"cancel\"}"),
            head("/desk/session", "{\"staff\":\"{head}\",\"pin\":\"{headPin}\"}", 2),
            head(
                    "/desk/staff",
                    "{\"staff\":\"s-{action}\",\"name\":\"张三\",\"role\":\"lobby-manager\",\"pin\":\"48151623\"}",
                    2),
            head("/desk/session/pin", "{\"pin\":\"{headPin}\",\"newPin\":\"{headPin}\"}", 4),
            bench("/sim/card", "{\"action\":\"pull\"}", Scene.VISIT, 2),
            bench("/sim/camera/pictures", "no picture", Scene.ASKED, 4),
            new Door(Kind.SCREEN, "POST", "/screen/tickets", "", Scene.NOBODY, Set.of(Owner.values()), 2));

    /** Whether it is answered once the customer has keyed a PIN. */
    boolean wantsPin() {
        return path.endsWith("/pin-block");
    }

    /** Whether what is live is over once it opens, or opening it is slow on purpose. */
    boolean isRare() {
        return method.equals("DELETE")
                || path.endsWith("/card")
                || path.endsWith("/resume")
                || path.startsWith("/desk/session")
                || path.endsWith("/passkeys/challenge")
                || path.equals("/desk/staff");
    }

    private static Door api(String method, String path, String sample, Scene scene, int opens, Owner... owners) {
        Set<Owner> all = owners.length == 0 ? Set.of(Owner.values()) : Set.copyOf(Arrays.asList(owners));
        return new Door(Kind.API, method, path, sample, scene, all, opens);
    }

    private static Door screen(String path, String sample, int opens) {
        return new Door(Kind.SCREEN, "POST", path, sample, Scene.ASKED, Set.of(Owner.values()), opens);
    }

    private static Door desk(String path, String sample) {
        return new Door(Kind.DESK, "POST", path, sample, Scene.HELD, Set.of(Owner.values()), 2);
    }

    /** One that no sample opens. */
    private static Door refused(String path, String sample) {
        return new Door(Kind.DESK, "POST", path, sample, Scene.HELD, Set.of(Owner.values()), 4);
    }

    private static Door drill(Kind kind, String rest, String sample) {
        return new Door(kind, "POST", "/desk/drills" + rest, sample, Scene.HELD, Set.of(Owner.values()), 4);
    }

    private static Door head(String path, String sample, int opens) {
        return new Door(Kind.HEAD, "POST", path, sample, Scene.NOBODY, Set.of(Owner.values()), opens);
    }

    private static Door bench(String path, String sample, Scene scene, int opens) {
        return new Door(Kind.BENCH, "POST", path, sample, scene, Set.of(Owner.values()), opens);
    }
}
