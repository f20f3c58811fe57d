package dev.standfirst.comment.spam;

import io.smallrye.config.ConfigMapping;
import io.smallrye.config.WithDefault;
import java.time.Duration;

/** How the layers against spam judge. A comment of 50 points waits for a moderator, one of 100 is taken for spam. */
@ConfigMapping(prefix = "standfirst.comments.spam")
public interface SpamSettings {

    /** How many links are nothing to wonder at: a reader who argues gives a source or two. */
    @WithDefault("2")
    int freeLinks();

    /** What each link more adds: two more hold a comment, four more make it spam. */
    @WithDefault("25")
    int linkPoints();

    /**
     * Whether a comment without the token of a form waits for a moderator. Only a site whose own pages all fetch one can ask for it: without it,
     * who writes comments by other programs than browsers is as welcome as anyone.
     */
    @WithDefault("false")
    boolean formTokenRequired();

    /** A person needs at least this long from fetching the form to sending the comment. */
    @WithDefault("3s")
    Duration fastestWriter();

    /** How old a form may be: longer than a page stays open in a forgotten tab adds only a little, since people do that. */
    @WithDefault("24h")
    Duration formLifetime();

    /** How far back comments of the same text count: spam comes in waves. */
    @WithDefault("24h")
    Duration sameTextWithin();

    /** A text with fewer letters and digits is no sign when it is repeated: many readers write ‘Well said!’. */
    @WithDefault("30")
    int sameTextFrom();

    /**
     * From how many comments of each kind that the desk decided on the learned score says something. When it was measured, it held every
     * seventh comment that was none after 20 of each, and every ninth after 50.
     */
    @WithDefault("50")
    int learnedFrom();
}
