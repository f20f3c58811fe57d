package dev.standfirst.comment;

import dev.standfirst.access.Actor;
import dev.standfirst.body.CommentText;
import dev.standfirst.body.FaultyTextException;
import dev.standfirst.change.ChangeLog;
import jakarta.enterprise.context.ApplicationScoped;
import jakarta.transaction.Transactional;
import java.time.Clock;
import java.time.Instant;
import java.util.Collection;
import java.util.Objects;
import java.util.UUID;
import java.util.stream.Stream;
import org.jspecify.annotations.Nullable;

/** Takes a person out of comments. Threads stay whole, and numbers right. */
@ApplicationScoped
public class ErasureService {
    private final Comments comments;
    private final ChangeLog changes;
    private final Clock clock;

    ErasureService(Comments comments, ChangeLog changes, Clock clock) {
        this.comments = comments;
        this.changes = changes;
        this.clock = clock;
    }

    /** Deletes what is written in comments, and how to reach who wrote it. */
    @Transactional(Transactional.TxType.MANDATORY)
    public void wipe(Collection<UUID> ids, Actor actor) {
        Instant now = clock.instant();
        for (Comment comment : comments.lock(ids)) {
            wipe(comment);
            changes.append(actor, comment.changed("erase", now));
        }
    }

    /** Leaves of comments what they say, without who says it and how to reach him. */
    @Transactional(Transactional.TxType.MANDATORY)
    public void anonymise(Collection<UUID> ids, Spellings address, Actor actor) {
        Instant now = clock.instant();
        for (Comment comment : comments.lock(ids)) {
            comment.authorName = null;
            comment.authorUrl = null;
            comment.avatarKey = null;
            comments.sender(comment.id).ifPresent(comments::forget);
            redact(comment, address);
            changes.append(actor, comment.changed("erase", now));
        }
    }

    /** Takes an address out of what is written in comments of others. */
    @Transactional(Transactional.TxType.MANDATORY)
    public void redact(Collection<UUID> ids, Spellings address, Actor actor) {
        Instant now = clock.instant();
        for (Comment comment : comments.lock(ids)) {
            comment.authorName = takenOut(address, comment.authorName);
            if (comment.authorUrl != null && address.standIn(comment.authorUrl)) {
                comment.authorUrl = null;
            }
            redact(comment, address);
            changes.append(actor, comment.changed("redact", now));
        }
    }

    /** What goes on holding the address, in spite of all, is deleted: it was written in a way to get past this. */
    private void redact(Comment comment, Spellings address) {
        String source = comment.source;
        if (source == null || !holds(comment, address)) {
            return;
        }
        try {
            String redacted = address.takenOutOf(source);
            comment.write(redacted, CommentText.derive(redacted));
        } catch (FaultyTextException e) {
            wipe(comment);
            return;
        }
        if (holds(comment, address)) {
            wipe(comment);
        }
    }

    private void wipe(Comment comment) {
        boolean wasApproved = comment.isApproved();
        comment.wipe();
        comments.sender(comment.id).ifPresent(comments::forget);
        if (wasApproved) {
            comments.count(comment, -1);
        }
    }

    private static boolean holds(Comment comment, Spellings address) {
        return Stream.of(comment.source, comment.html, comment.text)
                .filter(Objects::nonNull)
                .anyMatch(address::standIn);
    }

    private static @Nullable String takenOut(Spellings address, @Nullable String name) {
        return name == null ? null : address.takenOutOf(name);
    }
}
