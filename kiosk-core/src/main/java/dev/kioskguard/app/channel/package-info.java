/**
 * The machine's pages on their way outside: which way the configuration names, and what it is told and asked.
 */
@NullMarked
package dev.kioskguard.app.channel;

import org.jspecify.annotations.NullMarked;
