/**
 * A service outside of this site that tells spam: Akismet, or one that speaks as it does. Off unless the site has a key.
 *
 * <p>It is the only place from which what readers send leaves the site. Start reading at {@link dev.standfirst.comment.spam.outside.OutsideChecker}.
 */
@NullMarked
package dev.standfirst.comment.spam.outside;

import org.jspecify.annotations.NullMarked;
