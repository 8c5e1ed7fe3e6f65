/**
 * The signed offline list of suspect payees: read, kept small, made.
 */
@NullMarked
package dev.kioskguard.app.list;

import org.jspecify.annotations.NullMarked;
