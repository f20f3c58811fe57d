package dev.standfirst.tag;

import com.fasterxml.jackson.databind.node.ObjectNode;
import dev.standfirst.shared.json.FreeFormText;
import jakarta.persistence.Convert;
import jakarta.persistence.Entity;
import jakarta.persistence.EnumType;
import jakarta.persistence.Enumerated;
import jakarta.persistence.Id;
import java.time.Instant;
import java.util.UUID;
import org.jspecify.annotations.Nullable;

/** A tag as it is stored. */
@Entity
class Tag {
    @Id
    UUID id;

    String slug;
    String name;

    @Nullable
    String description;

    @Enumerated(EnumType.STRING)
    TagKind kind;

    @Convert(converter = FreeFormText.class)
    ObjectNode custom;

    Instant createdAt;
    Instant updatedAt;
    long version;

    void write(TagDraft draft, Instant now) {
        slug = draft.slug();
        name = draft.name();
        description = draft.description();
        kind = draft.kind();
        custom = draft.custom();
        updatedAt = now;
        version++;
    }

    /** Takes the place of another tag too, which fills what this one leaves open. */
    void absorb(Tag other, Instant now) {
        description = description == null ? other.description : description;
        kind = kind == TagKind.TOPIC ? other.kind : kind;
        custom = custom.isEmpty() ? other.custom : custom;
        updatedAt = now;
        version++;
    }

    TagDraft draft() {
        return new TagDraft(slug, name, description, kind, custom);
    }

    TagView view() {
        return new TagView(id, slug, name, description, kind, custom, createdAt, updatedAt, version);
    }

    TagRef ref() {
        return new TagRef(id, slug, name, kind);
    }
}
