/**
 * The journal on disk: one SQLite file, a line durable before its append returns.
 */
@NullMarked
package dev.kioskguard.audit.sqlite;

import org.jspecify.annotations.NullMarked;
