/**
 * The customer's screen on the base port: what is shown, what is answered, what is proven.
 */
@NullMarked
package dev.kioskguard.web.screen;

import org.jspecify.annotations.NullMarked;
