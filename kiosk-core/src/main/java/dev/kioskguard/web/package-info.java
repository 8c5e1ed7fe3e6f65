/**
 * What the guard shows to its three parties, bank application, screen and desk: requests in, pages and events out.
 */
@NullMarked
package dev.kioskguard.web;

import org.jspecify.annotations.NullMarked;
