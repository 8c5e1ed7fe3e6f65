/**
 * What a listener shows of itself under TLS: a key and a certificate of its own, and how a person recognises it.
 */
@NullMarked
package dev.kioskguard.web.http.tls;

import org.jspecify.annotations.NullMarked;
