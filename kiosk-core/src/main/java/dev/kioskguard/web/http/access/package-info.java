/**
 * Who is calling: bearer tokens that live in owner-only files, and one-time tickets that browsers trade for a cookie.
 */
@NullMarked
package dev.kioskguard.web.http.access;

import org.jspecify.annotations.NullMarked;
