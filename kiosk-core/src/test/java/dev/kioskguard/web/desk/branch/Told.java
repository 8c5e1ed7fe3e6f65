package dev.kioskguard.web.desk.branch;

/** What machines tell, as they write it. */
final class Told {

    private Told() {}

    static String page(String machine, String id, String state) {
        return """
                {"id":"%s","machine":"%s","level":1,"calls":["lobby-manager"],"tier":"orange",
                "reasons":[{"code":"ASKED","zh":"客户求助","en":"Asked for help","since":"2026-01-01T04:00:00Z",
                "strength":0.8,"because":[{"code":"X","zh":"因","en":"why"}]}],
                "script":[{"zh":"请到旁边","en":"Come aside"}],"raisedAt":"2026-01-01T04:00:00Z",
                "deadline":"2026-01-01T04:00:30Z","state":"%s","transferId":"t-1","messageId":"m-%s-%s","later":[1]}
                """.formatted(id, machine, state, id, state);
    }

    static String status(String machine, String state) {
        return "{\"machine\":\"%s\",\"state\":\"%s\",\"at\":\"2026-01-01T04:00:00Z\",\"transfersRefusedBecause\":[]}"
                .formatted(machine, state);
    }
}
