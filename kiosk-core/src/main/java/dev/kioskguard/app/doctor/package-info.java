/**
 * The verb that says whether a terminal is fit: what is looked at, within which time, and what to do about it.
 */
@NullMarked
package dev.kioskguard.app.doctor;

import org.jspecify.annotations.NullMarked;
