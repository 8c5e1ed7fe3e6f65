/**
 * The five-minute drill before a shift: a page that is none, with the ladder of real ones, and how well it was
 * answered. Nothing here can name a transfer.
 */
@NullMarked
package dev.kioskguard.paging.drill;

import org.jspecify.annotations.NullMarked;
