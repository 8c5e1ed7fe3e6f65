package dev.kioskguard.adapter.mqtt;

import java.util.Optional;
import java.util.regex.Matcher;
import java.util.regex.Pattern;

/** Names under which a machine of a branch is found: {@code kioskguard/R/M/…}. */
record Topics(String branch, String machine) {

    private static final String ROOT = "kioskguard/";
    private static final String PAGES = "/pages/";
    private static final String HOPS = "/hops/";
    private static final Pattern TOLD =
            Pattern.compile("kioskguard/([^/]+)/([A-Za-z0-9_-]{1,40})/hops/([A-Za-z0-9_-]{1,100})");

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

    /** What every machine of the branch tells its neighbours. */
    String neighbours() {
        return ROOT + branch + "/+" + HOPS + "+";
    }

    String hop(String id) {
        return ROOT + branch + "/" + machine + HOPS + id;
    }

    /** Returns what a topic names of what machines tell their neighbours; empty for anything else. */
    Optional<Told> told(String topic) {
        Matcher found = TOLD.matcher(topic);
        return found.matches() && found.group(1).equals(branch)
                ? Optional.of(new Told(found.group(2), found.group(3)))
                : Optional.empty();
    }

    String commands() {
        return ROOT + branch + "/" + machine + "/commands";
    }

    /** What a machine tells, and under which id. */
    record Told(String machine, String id) {}
}
