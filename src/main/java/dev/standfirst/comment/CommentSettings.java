package dev.standfirst.comment;

import io.smallrye.config.ConfigMapping;
import io.smallrye.config.WithDefault;
import jakarta.validation.constraints.Max;
import jakarta.validation.constraints.Min;
import java.time.Duration;

/** How readers' comments are taken, shown and kept. */
@ConfigMapping(prefix = "standfirst.comments")
public interface CommentSettings {

    /** How many levels of replies are put into one another below a comment that answers the article; deeper ones stand on the last level. 1 to 60. */
    @Min(1)
    @Max(60)
    @WithDefault("3")
    int levels();

    /** For how long readers may change and delete what they wrote, by the edit token of the answer. */
    @WithDefault("15m")
    Duration editableFor();

    /** For how long the edit token of an approved comment speaks for who wrote it, where the first comment of everybody is held. */
    @WithDefault("180d")
    Duration recogniseFor();

    /**
     * Whether readers get a key that is the same for all comments from one e-mail address, to draw the same picture for the same person. It
     * is a keyed hash (HMAC-SHA-256), and tells nobody the address; but it tells everybody which comments, under whatever names, came from
     * one address, and lets who gets a comment shown under an address that he guesses compare the two. It holds for comments sent while it
     * is on.
     */
    @WithDefault("false")
    boolean avatarKeys();

    /** How many comments are taken in which time. Each server counts for itself. */
    Rate rate();

    /** How many comments are taken in which time. */
    interface Rate {

        /** From one network: an IPv4 address, or the /64 of an IPv6 one. Changes of one's own comments count too. */
        @WithDefault("10")
        int perNetwork();

        /** From one e-mail address. */
        @WithDefault("5")
        int perAddress();

        /** The time for these; an unused one comes back bit by bit. */
        @WithDefault("1m")
        Duration window();
    }

    /** For how long it is kept from which IP address and with which program a comment was sent. */
    @WithDefault("30d")
    Duration keepSendersFor();

    /** For how long spam and what is in the trash is kept before it is removed for good. */
    @WithDefault("30d")
    Duration keepRejectedFor();
}
