package dev.standfirst.collection;

import dev.standfirst.access.Actor;
import dev.standfirst.change.ChangeLog;
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

    CollectionEditions(Collections collections, ChangeLog changes, Clock clock) {
        this.collections = collections;
        this.changes = changes;
        this.clock = clock;
    }

    /** An edition that has begun, and of which the log does not tell yet. */
    public record Due(UUID edition, Instant moment) {}

    /** Finds the editions that have begun and of which the log does not tell yet, in their order. */
    public List<Due> due() {
        return collections.due(clock.instant());
    }

    /** Tells the log of an edition that has begun, in a transaction of its own; once, whoever comes first. */
    public void tell(Due due) {
        QuarkusTransaction.requiringNew()
                .run(() -> collections
                        .announce(due.edition())
                        .flatMap(id -> collections.read(Ref.of(id), due.moment()))
                        .ifPresent(collection -> changes.append(
                                Actor.system(),
                                Collection.change("collection.live", collection.id(), collection.version()))));
    }
}
