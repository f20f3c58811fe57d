/**
 * Everything that is derived from the body of a story, by pure functions: sanitised HTML, text, blocks, outline, sources, counts, excerpt.
 *
 * <p>One tree feeds them all. {@link dev.standfirst.body.Derivation} reads the source into a jsoup document, {@code Sanitiser}
 * builds from it a new tree of allowed elements alone, and each derived form is read off that tree. Start at {@code Derivation}. The
 * text of a comment, which is plain with a little Markdown, has a door of its own: {@link dev.standfirst.body.CommentText}.
 *
 * <p>The room may use {@code shared.text} and the parsing libraries, and says by annotations how {@code Block} is written as JSON and
 * described in the contract; it knows no CDI, no database and no clock.
 */
@NullMarked
package dev.standfirst.body;

import org.jspecify.annotations.NullMarked;
