package dev.standfirst.comment.spam.outside;

import io.smallrye.config.ConfigMapping;
import io.smallrye.config.WithDefault;
import java.net.URI;
import java.time.Duration;
import java.util.Optional;

/** The service outside that tells spam: Akismet, or one that speaks as it does. */
@ConfigMapping(prefix = "standfirst.comments.akismet")
public interface AkismetSettings {

    /** The site's key. Without one nobody is asked: comments, with addresses of their writers, are sent to the service otherwise. */
    Optional<String> key();

    /** The address of the site's front page, by which the service knows it; needed with a key. */
    Optional<URI> site();

    /** Where the service is: another one's address, for a site that runs its own. */
    @WithDefault("https://rest.akismet.com/1.1/")
    URI url();

    /** How long a reader waits for it, in all; without an answer by then the comment waits for a moderator. */
    @WithDefault("2s")
    Duration timeout();
}
