/**
 * What the ports of the guard mean in the words of CWA 17852, and back: one place for both ends of the wire.
 */
@NullMarked
package dev.kioskguard.adapter.xfs4iot.words;

import org.jspecify.annotations.NullMarked;
