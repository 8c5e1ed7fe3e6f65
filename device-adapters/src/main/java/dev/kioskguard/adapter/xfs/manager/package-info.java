/**
 * One XFS manager, held on to: its messages, its requests from call to completion, and its sessions with services.
 *
 * <p>All of it but the pump is confined to one thread, the loop. The pump owns the window and calls nothing.
 */
@NullMarked
package dev.kioskguard.adapter.xfs.manager;

import org.jspecify.annotations.NullMarked;
