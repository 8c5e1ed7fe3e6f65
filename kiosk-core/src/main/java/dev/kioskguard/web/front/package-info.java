/**
 * What outsiders may know of the guard now: transfers and how they ended, requests to the bank, the screen.
 */
@NullMarked
package dev.kioskguard.web.front;

import org.jspecify.annotations.NullMarked;
