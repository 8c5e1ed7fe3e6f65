/**
 * The bank application's API on the base port: visits, transfers, requests, clearance keys, health.
 */
@NullMarked
package dev.kioskguard.web.bank;

import org.jspecify.annotations.NullMarked;
