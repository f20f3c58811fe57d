/**
 * Articles as the desk writes them: drafts, publishing, the trash.
 *
 * <p>It may use the rooms above it, {@code shared} to {@code tag}. Start reading at {@link dev.standfirst.article.ArticleResource}; what
 * readers see is in the room {@code delivery}. What is kept beside an article has a package of its own below this one, and so have
 * changes of many; both write through {@link dev.standfirst.article.ArticleService}.
 */
@NullMarked
package dev.standfirst.article;

import org.jspecify.annotations.NullMarked;
