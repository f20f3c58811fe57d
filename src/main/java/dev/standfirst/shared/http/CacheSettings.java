package dev.standfirst.shared.http;

import io.smallrye.config.ConfigMapping;
import io.smallrye.config.WithDefault;
import io.smallrye.config.WithName;
import java.time.Duration;

/** How long outside caches may keep public answers, where nothing ends it before. */
@ConfigMapping(prefix = "standfirst.http.cache")
interface CacheSettings {

    /** For browsers and apps: short, because nobody can purge them. */
    @WithDefault("10s")
    Duration maxAge();

    /** For CDNs and other shared caches. */
    @WithName("s-maxage")
    @WithDefault("60s")
    Duration sharedMaxAge();

    /** For how long after that an old answer may be given while a new one is fetched. */
    @WithDefault("30s")
    Duration staleWhileRevalidate();

    /** For what is not there, or elsewhere: 308, 404 and 410. */
    @WithDefault("10s")
    Duration missing();
}
