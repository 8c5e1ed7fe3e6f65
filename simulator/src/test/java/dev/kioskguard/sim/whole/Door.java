package dev.kioskguard.sim.whole;

import java.util.List;

/**
 * A call with a body that somebody outside may make.
 *
 * @param path with {@code {session}} and {@code {transfer}} where their ids belong
 * @param sample a body that is well formed
 */
record Door(Kind kind, String method, String path, String sample) {

    /** Whose token opens it. */
    enum Kind {
        API,
        SCREEN,
        BENCH
    }

    private static final String TRANSFER =
            "{\"sessionId\":\"{session}\",\"kind\":\"transfer\",\"amount\":{\"currency\":\"CNY\",\"minor\":2000000},"
                    + "\"payee\":{\"name\":\"张三\",\"account\":\"6222020000009876\",\"bank\":\"b\",\"region\":\"r\","
                    + "\"relation\":\"other\",\"firstTime\":true,\"listed\":false},"
                    + "\"payer\":{\"masked\":\"6222\",\"bank\":\"b\",\"region\":\"r\",\"elder\":false,"
                    + "\"dayTotal\":{\"currency\":\"CNY\",\"minor\":1},\"balanceShare\":0,\"anomaly\":false},"
                    + "\"delay\":\"real-time\",\"language\":\"zh-CN\"}";

    static final List<Door> ALL = List.of(
            api(
                    "POST",
                    "/api/sessions",
                    "{\"terminalId\":\"ATM-0001\",\"card\":{\"token\":\"k\",\"masked\":\"6222\"},\"language\":\"zh-CN\"}"),
            api("DELETE", "/api/sessions/nobody", "{}"),
            api("PUT", "/api/sessions/{session}/mode", "{\"mode\":\"guard\"}"),
            api("POST", "/api/sessions/{session}/keys", "{\"keys\":[\"1\",\"enter\"]}"),
            api(
                    "POST",
                    "/api/sessions/nobody/pin-block",
                    "{\"format\":\"iso-0\",\"key\":\"PINKEY\",\"account\":\"6222020000000000018\"}"),
            api("POST", "/api/sessions/nobody/card", "{\"action\":\"return\"}"),
            api("POST", "/api/sessions/{session}/chip", "{\"apdu\":\"AKQEAA==\"}"),
            api("POST", "/api/transfers", TRANSFER),
            api("DELETE", "/api/transfers/nothing", "{}"),
            api("POST", "/api/transfers/{transfer}/resume", "{\"sessionId\":\"{session}\",\"code\":\"1234\"}"),
            api("POST", "/api/requests/r-1/done", "{\"ok\":true,\"detail\":\"done\"}"),
            screen("/screen/answers", "{\"screenId\":\"{screen}\",\"choice\":\"repeat\"}"),
            screen("/screen/answers", "{\"screenId\":\"{screen}\",\"text\":\"20000\"}"),
            screen(
                    "/screen/proofs",
                    "{\"screenId\":\"{screen}\",\"channel\":\"text\",\"ok\":true,\"detail\":\"rendered\"}"),
            bench("/sim/keys", "{\"keys\":[\"1\",\"2\"]}"),
            bench("/sim/camera", "{\"sightings\":[\"PAPER_NOTE\"]}"),
            bench("/sim/faults", "{\"device\":\"lights\",\"fault\":\"slow\",\"for\":\"PT0.1S\"}"),
            bench("/sim/host/submit", "{\"clearance\":\"a.b.c\",\"transfer\":" + TRANSFER + "}"),
            bench("/sim/host/cancel", "{\"transferId\":\"t-1\"}"));

    private static Door api(String method, String path, String sample) {
        return new Door(Kind.API, method, path, sample);
    }

    private static Door screen(String path, String sample) {
        return new Door(Kind.SCREEN, "POST", path, sample);
    }

    private static Door bench(String path, String sample) {
        return new Door(Kind.BENCH, "POST", path, sample);
    }
}
