/** Drafts out of close-outs: a case card for a content pack, and a story that the journal tells. */
@NullMarked
package dev.kioskguard.app.draft;

import org.jspecify.annotations.NullMarked;
