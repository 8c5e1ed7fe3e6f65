/**
 * Content packs on disk: read with the place of every word, checked, and handed on as the records of {@code content}.
 *
 * <p>A pack that would leave a customer before an empty, half-translated or unspoken screen is refused as a whole, with
 * file, line, path and what to do.
 */
@NullMarked
package dev.kioskguard.content.pack;

import org.jspecify.annotations.NullMarked;
