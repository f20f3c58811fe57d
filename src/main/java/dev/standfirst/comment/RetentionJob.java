package dev.standfirst.comment;

import dev.standfirst.shared.job.BackgroundJob;
import io.quarkus.runtime.ShutdownEvent;
import io.quarkus.runtime.StartupEvent;
import jakarta.enterprise.event.Observes;
import jakarta.inject.Singleton;
import java.time.Duration;
import java.util.function.IntSupplier;

/** Forgets in time, beside everything else that the server does: after the start, and then once an hour. It can be stopped at any moment. */
@Singleton
final class RetentionJob {
    private static final Duration LOOK_AGAIN = Duration.ofHours(1);

    private final RetentionService retention;
    private final BackgroundJob job = new BackgroundJob("comment-retention", LOOK_AGAIN, this::forget);

    RetentionJob(RetentionService retention) {
        this.retention = retention;
    }

    void start(@Observes StartupEvent event) {
        job.start();
    }

    void stop(@Observes ShutdownEvent event) throws InterruptedException {
        job.stop();
    }

    /** Goes on until nothing is left that is kept too long, or the server stops. */
    void forget() {
        untilNone(retention::forgetOrigins);
        untilNone(retention::removeRejected);
        untilNone(retention::removeGaps);
        untilNone(retention::sweepAnswers);
    }

    private void untilNone(IntSupplier batch) {
        int done;
        do {
            done = batch.getAsInt();
        } while (done > 0 && !job.stopsWithin(Duration.ZERO));
    }
}
