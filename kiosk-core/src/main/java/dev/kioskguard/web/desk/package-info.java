/**
 * The desk of the people who come: pages of this machine, who is coming, and what they decide about a transfer.
 */
@NullMarked
package dev.kioskguard.web.desk;

import org.jspecify.annotations.NullMarked;
