/**
 * Tags, and which articles have which.
 *
 * <p>This room owns the join table, so that merging tags is its own business. It may use the rooms above it, {@code shared} to
 * {@code redirect}. Start reading at {@link dev.standfirst.tag.TagResource}.
 */
@NullMarked
package dev.standfirst.tag;

import org.jspecify.annotations.NullMarked;
