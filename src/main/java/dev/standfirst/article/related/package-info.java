/**
 * What an editor relates a story to: other stories and outside pages, in order.
 *
 * <p>A list of links belongs to its article: setting it is a change of that. It may use what the room {@code article} may, and that room's
 * public types. Start reading at {@link dev.standfirst.article.related.RelatedResource}; what readers see is in the room {@code delivery}.
 */
@NullMarked
package dev.standfirst.article.related;

import org.jspecify.annotations.NullMarked;
