package dev.standfirst.article;

import io.quarkus.runtime.ShutdownEvent;
import io.quarkus.runtime.StartupEvent;
import jakarta.enterprise.event.Observes;
import jakarta.inject.Singleton;
import java.time.Duration;
import java.util.concurrent.CountDownLatch;
import java.util.concurrent.TimeUnit;
import org.jboss.logging.Logger;
import org.jspecify.annotations.Nullable;

/**
 * Brings outdated bodies up to date beside everything else that the server does, in small batches: after the start, and now and then
 * later, since a node that is not upgraded yet goes on deriving by the older rules. It can be stopped at any moment and goes on at the next
 * start.
 */
@Singleton
final class DerivationJob {
    private static final Logger LOG = Logger.getLogger(DerivationJob.class);

    /** Small enough that whoever wants to write one of its articles hardly waits. */
    private static final int BATCH = 25;

    /** So many are told of at once in the log. */
    private static final int TOLD = 1000;

    private static final Duration LOOK_AGAIN = Duration.ofMinutes(10);
    private static final Duration OTHERS_WRITE = Duration.ofSeconds(1);

    private final DerivationService derivations;
    private final CountDownLatch stopped = new CountDownLatch(1);
    private @Nullable Thread thread;

    DerivationJob(DerivationService derivations) {
        this.derivations = derivations;
    }

    void start(@Observes StartupEvent event) {
        Thread job = new Thread(this::run, "derivation");
        job.setDaemon(true);
        job.start();
        thread = job;
    }

    void stop(@Observes ShutdownEvent event) throws InterruptedException {
        stopped.countDown();
        if (thread != null) {
            thread.join();
        }
    }

    private void run() {
        do {
            try {
                bringUpToDate();
            } catch (RuntimeException e) {
                LOG.warnf(e, "Bodies could not be brought up to date; that is tried again in %s", LOOK_AGAIN);
            }
        } while (!stopsWithin(LOOK_AGAIN));
    }

    /** Goes on until none is outdated, or the server stops. */
    void bringUpToDate() {
        long outdated = derivations.progress().outdated();
        if (outdated == 0) {
            return;
        }
        LOG.infof("%d bodies were derived by older rules, and are brought up to date", outdated);
        long done = 0;
        while (!stopsWithin(Duration.ZERO)) {
            int batch = derivations.bringUpToDate(BATCH);
            if (batch == 0 && (derivations.progress().outdated() == 0 || stopsWithin(OTHERS_WRITE))) {
                break;
            }
            if (done / TOLD < (done + batch) / TOLD) {
                LOG.infof("%d bodies are up to date of %d that were not", done + batch, outdated);
            }
            done += batch;
        }
        LOG.infof("%d bodies were brought up to date", done);
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
