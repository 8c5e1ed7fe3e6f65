/**
 * The mandatory risk prompt: every transfer passes through here before it may leave the terminal.
 *
 * <p>Read it in this order: {@code table} is the policy, {@code state} what is known, {@code event} what comes and
 * goes, {@code show} what the customer sees, {@code decide} the pure step, {@code run} the one thread that writes and
 * does.
 */
@NullMarked
package dev.kioskguard.guard;

import org.jspecify.annotations.NullMarked;
