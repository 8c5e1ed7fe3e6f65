/**
 * What those who write, approve and install content do with it from the command line.
 */
@NullMarked
package dev.kioskguard.app.content;

import org.jspecify.annotations.NullMarked;
