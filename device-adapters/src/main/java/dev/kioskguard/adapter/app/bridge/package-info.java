/**
 * The verb {@code xfs-bridge}: a process that hosts the drivers, and another that keeps it running.
 */
@NullMarked
package dev.kioskguard.adapter.app.bridge;

import org.jspecify.annotations.NullMarked;
