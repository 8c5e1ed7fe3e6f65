/** What the machines of a branch tell one another of a card that was stopped: never its number. */
@NullMarked
package dev.kioskguard.app.hop;

import org.jspecify.annotations.NullMarked;
