/**
 * What readers see: live articles, and the tags and authors that have any.
 *
 * <p>It reads by SQL text into records of its own, which have no room for what is not public, and never through another room's entities.
 * It may use the rooms above it. Start reading at {@link dev.standfirst.delivery.DeliveredArticleResource} and
 * {@link dev.standfirst.article.Live}.
 */
@NullMarked
package dev.standfirst.delivery;

import org.jspecify.annotations.NullMarked;
