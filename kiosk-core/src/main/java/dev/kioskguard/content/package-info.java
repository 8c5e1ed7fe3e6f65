/**
 * What the customer reads and hears: screens, choices, reasons, the questions and their order, and the voice clips.
 *
 * <p>All of it is data that a bank edits under {@code config/content}; this package reads it, refuses what would leave
 * a customer before an empty or half-translated screen, and hands it on immutable.
 */
@NullMarked
package dev.kioskguard.content;

import org.jspecify.annotations.NullMarked;
