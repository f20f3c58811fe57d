package dev.standfirst.shared.idempotency;

import io.smallrye.config.ConfigMapping;
import io.smallrye.config.WithDefault;
import java.time.Duration;

/** How requests can be repeated. */
@ConfigMapping(prefix = "standfirst.http.idempotency")
interface IdempotencySettings {

    /** How long an answer is kept: longer than any client goes on trying. Each takes the room of its body in the database. */
    @WithDefault("24h")
    Duration keepFor();
}
