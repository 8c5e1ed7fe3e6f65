package dev.kioskguard.guard.state;

import dev.kioskguard.guard.screen.Screen;

/**
 * Something that is told beside a transfer: about another business at the machine, or about a transfer that has not
 * moved yet.
 *
 * @param subject which notice of the content pack
 * @param about the transfer that it is about; its own id where it is about none
 */
public record Notice(String id, String sessionId, String subject, String about, Screen screen) {}
