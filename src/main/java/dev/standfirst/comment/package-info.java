/**
 * Readers' comments, both sides of a thread: public reading and writing, moderation, erasure.
 *
 * <p>What may be public and what may not are two tables and two sets of types. It may use every room above {@code delivery}. Start reading
 * at {@code CommentService}.
 */
@NullMarked
package dev.standfirst.comment;

import org.jspecify.annotations.NullMarked;
