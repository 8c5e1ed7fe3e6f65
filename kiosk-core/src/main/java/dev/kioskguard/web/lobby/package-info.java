/**
 * What hangs in the lobby: a display page and a feed for LED signs, for anybody to read and without anything personal.
 */
@NullMarked
package dev.kioskguard.web.lobby;

import org.jspecify.annotations.NullMarked;
