/**
 * The desk of a whole branch: pages and machines as they are told over a way outside, and commands that go back signed.
 */
@NullMarked
package dev.kioskguard.web.desk.branch;

import org.jspecify.annotations.NullMarked;
