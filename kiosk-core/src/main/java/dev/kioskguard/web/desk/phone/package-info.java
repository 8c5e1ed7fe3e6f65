/**
 * How a phone finds the desk, and how its owner knows that it is the right one.
 */
@NullMarked
package dev.kioskguard.web.desk.phone;

import org.jspecify.annotations.NullMarked;
