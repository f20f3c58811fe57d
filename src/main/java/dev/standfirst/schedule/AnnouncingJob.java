package dev.standfirst.schedule;

import dev.standfirst.article.Moments;
import dev.standfirst.collection.CollectionEditions;
import dev.standfirst.shared.job.BackgroundJob;
import dev.standfirst.shared.sql.Turns;
import io.quarkus.narayana.jta.QuarkusTransaction;
import io.quarkus.runtime.ShutdownEvent;
import io.quarkus.runtime.StartupEvent;
import jakarta.enterprise.event.Observes;
import jakarta.inject.Singleton;
import java.time.Duration;
import java.time.Instant;
import java.util.Comparator;
import java.util.List;
import java.util.stream.Stream;

/**
 * Tells the log what time has done, each thing once and in the order of the moments, also after the server was down. Of all nodes one does it
 * at a time. Nobody who reads waits for it.
 */
@Singleton
final class AnnouncingJob {
    private static final Duration LOOK_AGAIN = Duration.ofSeconds(1);

    /** How long a turn may take, in seconds: after days of no server, there may be much to tell. */
    private static final int LONGEST = 3_600;

    private final Moments moments;
    private final CollectionEditions editions;
    private final Turns turns;
    private final ScheduleSettings settings;
    private final BackgroundJob job = new BackgroundJob("announcing", LOOK_AGAIN, this::announce);

    AnnouncingJob(Moments moments, CollectionEditions editions, Turns turns, ScheduleSettings settings) {
        this.moments = moments;
        this.editions = editions;
        this.turns = turns;
        this.settings = settings;
    }

    void start(@Observes StartupEvent event) {
        if (settings.announce()) {
            job.start();
        }
    }

    void stop(@Observes ShutdownEvent event) throws InterruptedException {
        job.stop();
    }

    /** Tells all that is due, if no other node is about it. */
    void announce() {
        if (due().isEmpty()) {
            return;
        }
        QuarkusTransaction.requiringNew().timeout(LONGEST).run(() -> {
            if (turns.tryTake("announcing")) { // until this transaction ends; what is told has transactions of its own
                due().forEach(due -> due.telling().run());
            }
        });
    }

    private record Due(Instant moment, Runnable telling) {}

    private List<Due> due() {
        return Stream.concat(
                        moments.due().stream().map(due -> new Due(due.moment(), () -> moments.tell(due))),
                        editions.due().stream().map(due -> new Due(due.moment(), () -> editions.tell(due))))
                .sorted(Comparator.comparing(Due::moment))
                .toList();
    }
}
