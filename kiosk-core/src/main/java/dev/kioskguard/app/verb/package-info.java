/**
 * The manners of the command line, shared by every verb of every module.
 */
@NullMarked
package dev.kioskguard.app.verb;

import org.jspecify.annotations.NullMarked;
