package dev.standfirst.article;

import dev.standfirst.access.Actor;
import org.jspecify.annotations.Nullable;

/**
 * What somebody does to an article.
 *
 * @param action what the log says of it, as {@code article.update}
 * @param note why, in the words of who does it
 */
record Deed(Actor actor, String action, @Nullable String note) {}
