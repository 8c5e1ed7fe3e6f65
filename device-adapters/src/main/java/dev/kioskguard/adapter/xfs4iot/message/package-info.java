/**
 * The messages of XFS4IoT as values, and their text form.
 *
 * <p>Shared by both ends of the wire. Nothing here opens a connection, and nothing here shows a payload.
 */
@NullMarked
package dev.kioskguard.adapter.xfs4iot.message;

import org.jspecify.annotations.NullMarked;
