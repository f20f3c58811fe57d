/** What stories said before, how that differs, and the way back to it. Start reading at {@link dev.standfirst.article.history.HistoryResource}. */
@NullMarked
package dev.standfirst.article.history;

import org.jspecify.annotations.NullMarked;
