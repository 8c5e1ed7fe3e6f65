/**
 * What a close-out leaves for a person to finish: a case for the content pack and a story, which nothing publishes by
 * itself.
 */
@NullMarked
package dev.kioskguard.web.desk.draft;

import org.jspecify.annotations.NullMarked;
