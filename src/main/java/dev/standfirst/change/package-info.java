/**
 * The spine: one log to which every management write appends, in its own transaction.
 *
 * <p>Audit, caches, feeds and webhooks read this log and keep no books of their own. It may use {@code shared}, {@code database} and
 * {@code access}. Start reading at {@link dev.standfirst.change.ChangeLog}.
 */
@NullMarked
package dev.standfirst.change;

import org.jspecify.annotations.NullMarked;
