/**
 * Native memory, read and written by the tables of the header and never past what they say.
 *
 * <p>What a provider hands over is not trusted: what cannot be read is an error that names the field.
 */
@NullMarked
package dev.kioskguard.adapter.xfs.memory;

import org.jspecify.annotations.NullMarked;
