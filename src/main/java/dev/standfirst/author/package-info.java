/**
 * Authors, and which articles they wrote.
 *
 * <p>It may use the rooms above it, {@code shared} to {@code redirect}. Start reading at {@link dev.standfirst.author.AuthorResource}.
 */
@NullMarked
package dev.standfirst.author;

import org.jspecify.annotations.NullMarked;
