package dev.standfirst.access;

import dev.standfirst.shared.http.ClientAddress;
import dev.standfirst.shared.problem.ProblemException;
import dev.standfirst.shared.rate.RateLimit;
import dev.standfirst.shared.rate.RateLimits;
import dev.standfirst.shared.rate.RatePolicy;
import dev.standfirst.shared.rate.Rates;
import io.smallrye.mutiny.Uni;
import jakarta.inject.Singleton;
import java.time.Duration;

/**
 * Counts keys and tokens that do not work by the network they come from, and slows those beyond the limit.
 *
 * <p>What works is let in at once whatever its neighbours do: a newsroom behind one address would else be locked out by one program with
 * an old key. Nothing is given away by that, for a key has 256 random bits; what is bounded is the work that failing makes.
 */
@Singleton
final class FailedLogins {
    private final RateLimit limit;
    private final Duration delay;
    private final Rates rates;
    private final ClientAddress caller;

    FailedLogins(FailedLoginSettings settings, RateLimits limits, Rates rates, ClientAddress caller) {
        this.limit = limits.of(new RatePolicy("failed-logins", settings.most(), settings.window()));
        this.delay = settings.delay();
        this.rates = rates;
        this.caller = caller;
    }

    /** Counts one, and returns what it is told: why it does not work, or a while later, that these are too many. */
    Uni<ProblemException> count(ProblemException refusal) {
        try {
            rates.take(limit, caller.ip().network());
            return Uni.createFrom().item(refusal);
        } catch (ProblemException tooMany) {
            return Uni.createFrom().item(tooMany).onItem().delayIt().by(delay);
        }
    }
}
