/**
 * The guard inside a bank's own Java application: started, asked and closed by it, without a call over the network.
 */
@NullMarked
package dev.kioskguard.app.embed;

import org.jspecify.annotations.NullMarked;
