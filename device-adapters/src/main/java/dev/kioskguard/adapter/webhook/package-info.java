/** Pages to an address of the bank's, by HTTPS, each signed; what becomes of them there is the bank's own. */
@NullMarked
package dev.kioskguard.adapter.webhook;

import org.jspecify.annotations.NullMarked;
