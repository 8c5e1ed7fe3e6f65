/**
 * The desk of a whole branch as a process of its own: no guard, but the desk's page, fed over a way outside.
 */
@NullMarked
package dev.kioskguard.app.branch;

import org.jspecify.annotations.NullMarked;
