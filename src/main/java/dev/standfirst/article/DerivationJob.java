package dev.standfirst.article;

import dev.standfirst.shared.job.BackgroundJob;
import io.quarkus.runtime.ShutdownEvent;
import io.quarkus.runtime.StartupEvent;
import jakarta.enterprise.event.Observes;
import jakarta.inject.Singleton;
import java.time.Duration;
import java.util.List;
import java.util.UUID;
import org.jboss.logging.Logger;

/**
 * Brings outdated bodies up to date beside everything else that the server does, in small batches: after the start, and now and then
 * later, for those that somebody was writing or that failed. It can be stopped at any moment and goes on at the next
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
    private final BackgroundJob job = new BackgroundJob("derivation", LOOK_AGAIN, this::bringUpToDate);

    DerivationJob(DerivationService derivations) {
        this.derivations = derivations;
    }

    void start(@Observes StartupEvent event) {
        job.start();
    }

    void stop(@Observes ShutdownEvent event) throws InterruptedException {
        job.stop();
    }

    /** Goes on until none is outdated that can be mended, or the server stops. */
    void bringUpToDate() {
        long outdated = derivations.progress().outdated();
        if (outdated == 0) {
            return;
        }
        LOG.infof("%d bodies were derived by older rules, and are brought up to date", outdated);
        long done = 0;
        long walked;
        do {
            walked = walk();
            done += walked;
        } while (walked > 0 && derivations.progress().outdated() > 0 && !job.stopsWithin(OTHERS_WRITE));
        LOG.infof("%d of them are up to date", done);
    }

    /** Goes through all that are outdated, once; those that somebody is writing just now are passed over. */
    private long walk() {
        long done = 0;
        UUID last = new UUID(0, 0);
        List<UUID> ids = derivations.outdated(last, BATCH);
        while (!ids.isEmpty() && !job.stopsWithin(Duration.ZERO)) {
            int batch = batch(ids);
            if (done / TOLD < (done + batch) / TOLD) {
                LOG.infof("%d so far", done + batch);
            }
            done += batch;
            last = ids.get(ids.size() - 1);
            ids = derivations.outdated(last, BATCH);
        }
        return done;
    }

    /** One that cannot be derived must not keep the others from it. */
    private int batch(List<UUID> ids) {
        try {
            return derivations.bringUpToDate(ids);
        } catch (RuntimeException | StackOverflowError | OutOfMemoryError e) {
            return ids.stream().mapToInt(this::alone).sum();
        }
    }

    private int alone(UUID id) {
        try {
            return derivations.bringUpToDate(List.of(id));
        } catch (RuntimeException | StackOverflowError | OutOfMemoryError e) {
            LOG.errorf(e, "The body of the article %s could not be brought up to date", id);
            return 0;
        }
    }
}
