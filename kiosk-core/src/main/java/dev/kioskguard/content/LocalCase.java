package dev.kioskguard.content;

/**
 * Something that has happened near by: place, date, trick and loss, told beside a warning of the same kind.
 *
 * @param scam the kind of fraud it was
 * @param shownTo when, where and to whom it is told
 */
public record LocalCase(String id, String scam, Targeting shownTo) {}
