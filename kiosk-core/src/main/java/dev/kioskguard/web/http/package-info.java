/**
 * Web plumbing without business: a guarded loopback listener, problem documents, bounded JSON bodies and static pages.
 */
@NullMarked
package dev.kioskguard.web.http;

import org.jspecify.annotations.NullMarked;
