package dev.kioskguard.adapter.mqtt;

import java.util.Optional;
import java.util.regex.Matcher;
import java.util.regex.Pattern;

/** Names under which all machines of a branch are found: {@code kioskguard/R/+/…}. */
record BranchTopics(String branch) {

    private static final Pattern FORM =
            Pattern.compile("kioskguard/([^/]+)/([A-Za-z0-9_-]{1,40})/(pages/([A-Za-z0-9_-]{1,100})|status|events)");

    String pages() {
        return every().pages();
    }

    String status() {
        return every().status();
    }

    String events() {
        return every().events();
    }

    private Topics every() {
        return new Topics(branch, "+");
    }

    /** Returns what a topic names; empty for what is none of this branch's. */
    Optional<Named> named(String topic) {
        Matcher found = FORM.matcher(topic);
        if (!found.matches() || !found.group(1).equals(branch)) {
            return Optional.empty();
        }
        Kind kind = switch (found.group(3)) {
            case "status" -> Kind.STATUS;
            case "events" -> Kind.EVENT;
            default -> Kind.PAGE;
        };
        String page = found.group(4);
        return Optional.of(new Named(kind, found.group(2), page == null ? "" : page));
    }

    /** What is told under a topic. */
    enum Kind {
        PAGE,
        STATUS,
        EVENT
    }

    /**
     * What a topic names.
     *
     * @param page empty where it is about none
     */
    record Named(Kind kind, String machine, String page) {}
}
