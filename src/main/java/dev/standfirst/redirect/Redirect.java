package dev.standfirst.redirect;

import dev.standfirst.change.Change;
import jakarta.persistence.Entity;
import jakarta.persistence.EnumType;
import jakarta.persistence.Enumerated;
import jakarta.persistence.Id;
import java.time.Instant;
import java.util.Set;
import java.util.UUID;
import org.jspecify.annotations.Nullable;

/** A redirect as it is stored. */
@Entity
class Redirect {
    @Id
    UUID id;

    @Enumerated(EnumType.STRING)
    RedirectKind kind;

    String source;

    @Enumerated(EnumType.STRING)
    TargetType targetType;

    @Nullable
    UUID targetId;

    @Nullable
    String location;

    @Nullable
    String targetPath;

    boolean wasPublic;
    Instant createdAt;
    Instant updatedAt;
    long version;

    void lead(RedirectTarget target, Instant now) {
        targetType = target.type();
        targetId = target.id();
        location = target.location();
        targetPath = target.comparedPath();
        updatedAt = now;
        version++;
    }

    RedirectTarget target() {
        return new RedirectTarget(targetType, targetId, location);
    }

    RedirectView view() {
        return new RedirectView(id, kind, source, target(), createdAt, updatedAt, version);
    }

    Written written() {
        return new Written(id, kind, version);
    }

    /** What is logged of a redirect that was written. */
    record Written(UUID id, RedirectKind kind, long version) {
        Change change(String action) {
            return new Change(action, id, version, Set.of("redirect:" + id, "redirects"));
        }
    }
}
