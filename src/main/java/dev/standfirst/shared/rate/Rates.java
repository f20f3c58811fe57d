package dev.standfirst.shared.rate;

import dev.standfirst.shared.problem.RequestProblem;
import jakarta.enterprise.context.RequestScoped;
import jakarta.ws.rs.core.HttpHeaders;
import java.util.Collection;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;

/** What one request takes from limits; its answer tells of each, granted or refused. */
@RequestScoped
public class Rates {
    private final Map<String, RateState> states = new LinkedHashMap<>();

    /**
     * Takes a permit, or refuses the request. What a refused request took from limits before stays taken, and it takes nothing from
     * those after: so the one that is hardest to evade comes first.
     *
     * @param key whose permit it is: an address, a network; it is kept as a hash alone
     * @throws dev.standfirst.shared.problem.ProblemException {@link RequestProblem#TOO_MANY_REQUESTS} if there is none left
     */
    public void take(RateLimit limit, String key) {
        RateState state = limit.take(key);
        RatePolicy policy = state.policy();
        states.put(policy.name(), state);
        if (!state.isGranted()) {
            throw RequestProblem.TOO_MANY_REQUESTS
                    .because("The limit ‘%s’ is reached: %d in %d seconds."
                            .formatted(
                                    policy.name(),
                                    policy.permits(),
                                    policy.window().toSeconds()))
                    .withHeader(HttpHeaders.RETRY_AFTER, String.valueOf(state.resetSeconds()));
        }
    }

    /** What was taken, in the order of taking. */
    Collection<RateState> states() {
        return List.copyOf(states.values());
    }
}
