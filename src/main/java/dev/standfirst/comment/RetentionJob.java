package dev.standfirst.comment;

import io.quarkus.runtime.ShutdownEvent;
import io.quarkus.runtime.StartupEvent;
import jakarta.enterprise.event.Observes;
import jakarta.inject.Singleton;
import java.time.Duration;
import java.util.concurrent.CountDownLatch;
import java.util.concurrent.TimeUnit;
import java.util.function.IntSupplier;
import org.jboss.logging.Logger;
import org.jspecify.annotations.Nullable;

/** Forgets in time, beside everything else that the server does: after the start, and then once an hour. It can be stopped at any moment. */
@Singleton
final class RetentionJob {
    private static final Logger LOG = Logger.getLogger(RetentionJob.class);
    private static final Duration LOOK_AGAIN = Duration.ofHours(1);
    private static final Duration STOPS = Duration.ofSeconds(10);

    private final RetentionService retention;
    private final CountDownLatch stopped = new CountDownLatch(1);
    private @Nullable Thread thread;

    RetentionJob(RetentionService retention) {
        this.retention = retention;
    }

    void start(@Observes StartupEvent event) {
        Thread job = new Thread(this::run, "comment-retention");
        job.setDaemon(true);
        job.start();
        thread = job;
    }

    void stop(@Observes ShutdownEvent event) throws InterruptedException {
        stopped.countDown();
        if (thread != null) {
            thread.join(STOPS.toMillis());
        }
    }

    private void run() {
        do {
            try {
                forget();
            } catch (RuntimeException e) {
                LOG.warnf(
                        e, "What is kept for a time only could not be removed; that is tried again in %s", LOOK_AGAIN);
            }
        } while (!stopsWithin(LOOK_AGAIN));
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
        } while (done > 0 && !stopsWithin(Duration.ZERO));
    }

    private boolean stopsWithin(Duration wait) {
        try {
            return stopped.await(wait.toMillis(), TimeUnit.MILLISECONDS);
        } catch (InterruptedException e) {
            Thread.currentThread().interrupt();
            return true;
        }
    }
}
