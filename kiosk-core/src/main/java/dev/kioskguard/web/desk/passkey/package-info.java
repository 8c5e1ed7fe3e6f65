/**
 * Signing in at the desk without a PIN, by a key pair in a phone (W3C Web Authentication Level 3), where the desk is
 * reached by a host name.
 */
@NullMarked
package dev.kioskguard.web.desk.passkey;

import org.jspecify.annotations.NullMarked;
