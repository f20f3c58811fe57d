package dev.standfirst.key;

import dev.standfirst.access.Actor;
import dev.standfirst.access.Role;
import io.quarkus.runtime.LaunchMode;
import java.util.UUID;

/**
 * The key that everybody knows, and that works in development alone. It is nowhere in the database: one that was used in development
 * and then in production does not let it in.
 */
public final class DevelopmentKey {
    /** What to send as a bearer key. */
    public static final String SECRET = "sf_developmentKeyThatIsKnownToEverybodyOnEarth3FjfRe";

    static final Actor HOLDER = new Actor(new UUID(0, 1), "development", Role.ADMIN);

    private DevelopmentKey() {}

    /** Says whether it works here. */
    public static boolean works() {
        return LaunchMode.current() == LaunchMode.DEVELOPMENT;
    }

    static boolean is(Secret secret) {
        return works() && secret.text().equals(SECRET);
    }
}
