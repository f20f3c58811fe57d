/** Who is editing which story just now. Start reading at {@link dev.standfirst.article.presence.PresenceResource}. */
@NullMarked
package dev.standfirst.article.presence;

import org.jspecify.annotations.NullMarked;
