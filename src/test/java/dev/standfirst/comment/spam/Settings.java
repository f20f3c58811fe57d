package dev.standfirst.comment.spam;

import io.quarkus.runtime.configuration.DurationConverter;
import io.smallrye.config.SmallRyeConfigBuilder;
import java.time.Duration;
import java.util.Map;

/** The settings with their defaults, but for some. */
public final class Settings {
    private Settings() {}

    public static SpamSettings with(String... namesAndValues) {
        return of(SpamSettings.class, "standfirst.comments.spam.", namesAndValues);
    }

    public static <T> T of(Class<T> type, String prefix, String... namesAndValues) {
        SmallRyeConfigBuilder config = new SmallRyeConfigBuilder()
                .addDefaultInterceptors()
                .withConverter(Duration.class, 200, new DurationConverter())
                .withMapping(type);
        for (int at = 0; at < namesAndValues.length; at += 2) {
            config.withDefaultValues(Map.of(prefix + namesAndValues[at], namesAndValues[at + 1]));
        }
        return config.build().getConfigMapping(type);
    }
}
