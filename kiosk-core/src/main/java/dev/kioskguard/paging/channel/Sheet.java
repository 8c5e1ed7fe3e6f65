package dev.kioskguard.paging.channel;

import org.jspecify.annotations.Nullable;

/**
 * What is to stand outside under an id.
 *
 * @param text one JSON object; null where nothing is to stand there any more
 */
public record Sheet(String id, @Nullable String text) {}
