package dev.standfirst.author;

import com.fasterxml.jackson.core.type.TypeReference;
import com.fasterxml.jackson.databind.node.ObjectNode;
import dev.standfirst.shared.json.FreeFormText;
import dev.standfirst.shared.json.JsonText;
import dev.standfirst.shared.media.Image;
import jakarta.persistence.Convert;
import jakarta.persistence.Entity;
import jakarta.persistence.Id;
import java.time.Instant;
import java.util.List;
import java.util.UUID;
import org.hibernate.annotations.JdbcTypeCode;
import org.hibernate.annotations.Mutability;
import org.hibernate.type.SqlTypes;
import org.hibernate.type.descriptor.java.Immutability;
import org.jspecify.annotations.Nullable;

/** An author as stored. */
@Entity
class Author {
    private static final JsonText<List<AuthorLink>> LINKS = new JsonText<>(new TypeReference<>() {});

    @Id
    UUID id;

    String slug;
    String name;

    @Nullable
    String bio;

    @JdbcTypeCode(SqlTypes.JSON)
    @Mutability(Immutability.class)
    @Nullable
    Image image;

    @JdbcTypeCode(SqlTypes.JSON)
    String links;

    @Convert(converter = FreeFormText.class)
    ObjectNode custom;

    Instant createdAt;
    Instant updatedAt;
    long version;

    void write(AuthorDraft draft, Instant now) {
        slug = draft.slug();
        name = draft.name();
        bio = draft.bio();
        image = draft.image();
        links = LINKS.write(draft.links());
        custom = draft.custom();
        updatedAt = now;
        version++;
    }

    AuthorDraft draft() {
        return new AuthorDraft(slug, name, bio, image, LINKS.read(links), custom);
    }

    AuthorView view() {
        return new AuthorView(id, slug, name, bio, image, LINKS.read(links), custom, createdAt, updatedAt, version);
    }

    AuthorRef ref() {
        return new AuthorRef(id, slug, name);
    }
}
