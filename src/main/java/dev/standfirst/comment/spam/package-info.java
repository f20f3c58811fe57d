/**
 * Telling spam, in layers that each explain themselves.
 *
 * <p>A {@link dev.standfirst.comment.spam.Submission} goes through every {@link dev.standfirst.comment.spam.SpamLayer}; the sum of what
 * they find decides whether a comment waits for a moderator, and all reasons are kept with it. Start reading at {@link dev.standfirst.comment.spam.SpamLayer}.
 */
@NullMarked
package dev.standfirst.comment.spam;

import org.jspecify.annotations.NullMarked;
