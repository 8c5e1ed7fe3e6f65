/** What is said to whoever cannot see the screen, put together from clips: amounts, from numbers and units. */
@NullMarked
package dev.kioskguard.content.speech;

import org.jspecify.annotations.NullMarked;
