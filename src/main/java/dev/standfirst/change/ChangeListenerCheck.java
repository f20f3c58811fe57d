package dev.standfirst.change;

import jakarta.inject.Singleton;
import org.eclipse.microprofile.health.HealthCheck;
import org.eclipse.microprofile.health.HealthCheckResponse;
import org.eclipse.microprofile.health.Readiness;

/** Reports a node that no longer hears of changes as not ready, so that a load balancer turns to another. */
@Readiness
@Singleton
final class ChangeListenerCheck implements HealthCheck {
    private final ChangeListener listener;

    ChangeListenerCheck(ChangeListener listener) {
        this.listener = listener;
    }

    @Override
    public HealthCheckResponse call() {
        return HealthCheckResponse.named("Hears of changes")
                .status(listener.isCurrent())
                .build();
    }
}
