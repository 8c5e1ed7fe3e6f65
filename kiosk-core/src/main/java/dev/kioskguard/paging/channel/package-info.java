/**
 * Ways by which pages leave the machine beside its own desk: what a way must do, what it is given, and what is known of
 * how far each page has come on it. Which technology it is nobody here knows.
 */
@NullMarked
package dev.kioskguard.paging.channel;

import org.jspecify.annotations.NullMarked;
