/**
 * Signed content packs: one file that says who answers for it and until when, and the folder in which a terminal keeps
 * what was installed, whole after every loss of power.
 */
@NullMarked
package dev.kioskguard.content.signed;

import org.jspecify.annotations.NullMarked;
