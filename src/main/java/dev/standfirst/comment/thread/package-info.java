/**
 * Reading what readers see below an article: threads of comments, and how many there are.
 *
 * <p>It reads by SQL text into records that have no room for an address, and never from {@code comment_sender}. Start reading at
 * {@link dev.standfirst.comment.thread.ThreadResource}.
 */
@NullMarked
package dev.standfirst.comment.thread;

import org.jspecify.annotations.NullMarked;
