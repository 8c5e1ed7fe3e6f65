package dev.kioskguard.adapter.mqtt;

/** Names under which a machine of a branch is found: {@code kioskguard/R/M/…}. */
record Topics(String branch, String machine) {

    private static final String ROOT = "kioskguard/";
    private static final String PAGES = "/pages/";

    String pages() {
        return page("+");
    }

    String page(String id) {
        return ROOT + branch + "/" + machine + PAGES + id;
    }

    /** Returns the id of a page from its topic; empty where the topic is none of this machine's pages. */
    String idOf(String topic) {
        String prefix = page("");
        return topic.startsWith(prefix) ? topic.substring(prefix.length()) : "";
    }

    String status() {
        return ROOT + branch + "/" + machine + "/status";
    }

    String events() {
        return ROOT + branch + "/" + machine + "/events";
    }

    String commands() {
        return ROOT + branch + "/" + machine + "/commands";
    }
}
