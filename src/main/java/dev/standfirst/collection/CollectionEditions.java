package dev.standfirst.collection;

import dev.standfirst.access.Actor;
import dev.standfirst.change.ChangeLog;
import dev.standfirst.shared.job.Attempts;
import dev.standfirst.shared.text.Ref;
import io.quarkus.narayana.jta.QuarkusTransaction;
import jakarta.inject.Singleton;
import java.time.Clock;
import java.time.Instant;
import java.util.List;
import java.util.UUID;

/** The moments at which editions of collections begin. Readers see that at once, whether or not the log has been told. */
@Singleton
public class CollectionEditions {
    private final Collections collections;
    private final ChangeLog changes;
    private final Clock clock;
    private final Attempts attempts;

    CollectionEditions(Collections collections, ChangeLog changes, Clock clock) {
        this.collections = collections;
        this.changes = changes;
        this.clock = clock;
        this.attempts = new Attempts(clock);
    }

    /** An edition that has begun, and of which the log does not tell yet. */
    public record Due(UUID edition, UUID collection, Instant moment) {}

    /** Finds the editions that have begun and of which the log does not tell yet, in their order. */
    public List<Due> due() {
        return collections.due(clock.instant());
    }

    /**
     * Tells the log of an edition that has begun, in a transaction of its own; once, whoever comes first. One that cannot be told is logged,
     * and left alone for a while.
     */
    public void tell(Due due) {
        attempts.at(
                due.collection(),
                "The telling of an edition of the collection",
                () -> QuarkusTransaction.requiringNew()
                        .run(() -> collections
                                .lock(Ref.of(due.collection()))
                                .ifPresent(collection -> catchUp(collection.id, due.moment()))));
    }

    /** Tells the log of the editions of a locked collection that have begun, before it is told anything newer of it. */
    void catchUp(UUID collection, Instant now) {
        for (Due due : collections.due(collection, now)) {
            collections.announced(due.edition());
            long version = collections
                    .read(Ref.of(collection), due.moment())
                    .orElseThrow()
                    .version();
            changes.append(Actor.system(), Collection.change("collection.live", collection, version));
        }
    }
}
