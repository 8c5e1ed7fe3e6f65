/**
 * What a durable line costs on this machine's disk, against the least that any durable line can cost.
 */
@NullMarked
package dev.kioskguard.audit.bench;

import org.jspecify.annotations.NullMarked;
