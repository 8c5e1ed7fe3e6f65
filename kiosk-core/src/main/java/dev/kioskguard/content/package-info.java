/**
 * What the customer reads and hears: screens, choices, reasons, the questions and their order, and the voice clips.
 *
 * <p>All of it is data that a bank edits under {@code config/content}; {@code content.pack} reads it and hands
 * it on as these immutable records.
 */
@NullMarked
package dev.kioskguard.content;

import org.jspecify.annotations.NullMarked;
