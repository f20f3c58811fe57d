package dev.standfirst.shared.job;

import java.time.Duration;
import java.util.concurrent.CountDownLatch;
import java.util.concurrent.TimeUnit;
import org.jboss.logging.Logger;
import org.jspecify.annotations.Nullable;

/**
 * Does some work on a thread of its own, when the server starts and then again and again, until it stops. Work that fails is logged, and
 * tried again the next time.
 */
public final class BackgroundJob {
    private static final Logger LOG = Logger.getLogger(BackgroundJob.class);
    private static final Duration STOPS = Duration.ofSeconds(10);

    private final String name;
    private final Duration pause;
    private final Runnable work;
    private final CountDownLatch stopped = new CountDownLatch(1);
    private @Nullable Thread thread;

    /**
     * Makes a job that does not run yet.
     *
     * @param name what its thread is called
     * @param pause how long it rests after the work
     * @param work what it does; long work asks {@link #stopsWithin} now and then
     */
    public BackgroundJob(String name, Duration pause, Runnable work) {
        this.name = name;
        this.pause = pause;
        this.work = work;
    }

    /** Begins, and returns at once. */
    public void start() {
        Thread job = new Thread(this::run, name);
        job.setDaemon(true);
        job.start();
        thread = job;
    }

    /** Lets the work come to an end, and waits for that, but not for longer than ten seconds. */
    public void stop() throws InterruptedException {
        stopped.countDown();
        if (thread != null) {
            thread.join(STOPS.toMillis());
        }
    }

    /** Waits for a while, and says whether the server stops; with no time at all it only says so. */
    public boolean stopsWithin(Duration wait) {
        try {
            return stopped.await(wait.toMillis(), TimeUnit.MILLISECONDS);
        } catch (InterruptedException e) {
            Thread.currentThread().interrupt();
            return true;
        }
    }

    private void run() {
        do {
            try {
                work.run();
            } catch (RuntimeException | Error e) { // also where memory was at its end for a moment
                LOG.warnf(e, "The job ‘%s’ failed; it is tried again in %s", name, pause);
            }
        } while (!stopsWithin(pause));
    }
}
