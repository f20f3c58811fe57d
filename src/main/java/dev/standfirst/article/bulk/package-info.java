/**
 * One change to many articles at once.
 *
 * <p>It does nothing to an article that {@code article} does not do to a single one. Start reading at
 * {@link dev.standfirst.article.bulk.BulkService}.
 */
@NullMarked
package dev.standfirst.article.bulk;

import org.jspecify.annotations.NullMarked;
