/**
 * What is left to do once a customer is safe: what it was and what helped, who walks past the machine, and how the
 * branch did.
 */
@NullMarked
package dev.kioskguard.web.desk.after;

import org.jspecify.annotations.NullMarked;
