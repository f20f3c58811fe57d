package dev.standfirst.comment.block;

import dev.standfirst.change.Change;
import jakarta.persistence.Entity;
import jakarta.persistence.EnumType;
import jakarta.persistence.Enumerated;
import jakarta.persistence.Id;
import jakarta.persistence.Table;
import java.time.Instant;
import java.util.Set;
import java.util.UUID;
import org.jspecify.annotations.Nullable;

/** Something that is blocked, as it is stored. */
@Entity
@Table(name = "comment_block")
class BlockEntry {
    @Id
    UUID id;

    @Enumerated(EnumType.STRING)
    BlockKind kind;

    String value;
    int size;

    @Enumerated(EnumType.STRING)
    BlockAction action;

    @Nullable
    String note;

    Instant createdAt;
    Instant updatedAt;
    long version;

    void write(BlockChanges changes, Instant now) {
        action = changes.action();
        note = changes.note();
        updatedAt = now;
        version++;
    }

    BlockChanges changeable() {
        return new BlockChanges(action, note);
    }

    BlockView view() {
        return new BlockView(id, kind, value, action, note, createdAt, updatedAt, version);
    }

    Change change(String verb) {
        return new Change("block." + verb, id, version, Set.of("block:" + id, "blocks"));
    }
}
