package dev.standfirst.access;

import io.smallrye.config.ConfigMapping;
import io.smallrye.config.WithDefault;
import java.time.Duration;

/** How many keys and tokens that do not work are taken from one network, an IPv4 address or the /64 of an IPv6 one. Each server counts for itself. */
@ConfigMapping(prefix = "standfirst.access.failed-logins")
public interface FailedLoginSettings {

    /** How many in the window, at least 1. */
    @WithDefault("30")
    int most();

    /** The time for these, in whole seconds; an unused one comes back bit by bit. */
    @WithDefault("1m")
    Duration window();

    /** How long each one beyond waits for its refusal. */
    @WithDefault("1s")
    Duration delay();
}
