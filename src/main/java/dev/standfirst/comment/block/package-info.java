/**
 * Lists of who and what is blocked from the comments: addresses, domains, ranges of the network, words and patterns.
 *
 * <p>A value that is blocked can be a person's address: it stands in bodies only, never in a path, a query, a log or the log of changes. It may
 * use {@code comment.spam}, whose layers it joins. Start reading at {@link dev.standfirst.comment.block.BlockService}.
 */
@NullMarked
package dev.standfirst.comment.block;

import org.jspecify.annotations.NullMarked;
