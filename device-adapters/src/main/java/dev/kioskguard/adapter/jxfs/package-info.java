/**
 * Devices with the manners of J/XFS (CWA 16008): controls that are opened and claimed, operations that return an
 * identification id at once, one operation-complete event to the caller, status events to all.
 *
 * <p>No J/XFS jar can be had from a registry, so interfaces and classes are this project's own; each says in its
 * Javadoc which name of J/XFS it stands for. Numbers are those of J/XFS where they are known.
 */
@NullMarked
package dev.kioskguard.adapter.jxfs;

import org.jspecify.annotations.NullMarked;
