/**
 * What the head of a branch looks at afterwards: how many were asked, warned, held and stopped, how soon somebody came,
 * and who releases more than is usual.
 */
@NullMarked
package dev.kioskguard.paging.tally;

import org.jspecify.annotations.NullMarked;
