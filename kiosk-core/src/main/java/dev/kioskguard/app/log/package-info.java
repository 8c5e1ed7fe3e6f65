/**
 * Logs of the running process: JSON lines in bounded files, and on standard error what a person has to see.
 */
@NullMarked
package dev.kioskguard.app.log;

import org.jspecify.annotations.NullMarked;
