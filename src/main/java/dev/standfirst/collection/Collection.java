package dev.standfirst.collection;

import dev.standfirst.change.Change;
import jakarta.persistence.Entity;
import jakarta.persistence.Id;
import java.time.Instant;
import java.util.Set;
import java.util.UUID;
import org.jspecify.annotations.Nullable;

/** A collection as stored, without its editions and their stories. */
@Entity
class Collection {
    @Id
    UUID id;

    String slug;
    String name;

    @Nullable
    String description;

    Instant createdAt;
    Instant updatedAt;

    /** Counts what editors did; editions that began are counted beside it. */
    long version;

    void write(CollectionDraft draft, Instant now) {
        slug = draft.slug();
        name = draft.name();
        description = draft.description();
        touch(now);
    }

    void touch(Instant now) {
        updatedAt = now;
        version++;
    }

    /** The entry in the log for a change. */
    static Change change(String action, UUID id, long version) {
        return new Change(action, id, version, Set.of("collection:" + id, "collections"));
    }
}
