/**
 * What staff did, as lines of the journal and as facts to be counted.
 */
@NullMarked
package dev.kioskguard.web.desk.log;

import org.jspecify.annotations.NullMarked;
