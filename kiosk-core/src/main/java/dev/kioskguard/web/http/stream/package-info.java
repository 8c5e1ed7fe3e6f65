/**
 * Answers that wait: server-sent events and long polls, neither of which holds a thread while nothing happens.
 */
@NullMarked
package dev.kioskguard.web.http.stream;

import org.jspecify.annotations.NullMarked;
