/** Links to a revision of a story for people without a key. Start reading at {@link dev.standfirst.article.preview.PreviewResource}. */
@NullMarked
package dev.standfirst.article.preview;

import org.jspecify.annotations.NullMarked;
