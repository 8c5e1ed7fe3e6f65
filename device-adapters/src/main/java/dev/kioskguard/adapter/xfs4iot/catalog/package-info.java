/**
 * What edition 2024-3 of XFS4IoT says of each message of the interfaces that we speak, and the check of a message
 * against it.
 *
 * <p>The catalog itself is the resource {@code catalog-2024-3.json}, in a short hand that {@code ShapeReader} explains.
 */
@NullMarked
package dev.kioskguard.adapter.xfs4iot.catalog;

import org.jspecify.annotations.NullMarked;
