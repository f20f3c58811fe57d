package dev.standfirst.comment;

import dev.standfirst.access.Actor;
import dev.standfirst.body.CommentText;
import dev.standfirst.body.FaultyTextException;
import dev.standfirst.change.ChangeLog;
import dev.standfirst.comment.spam.Words;
import jakarta.enterprise.context.ApplicationScoped;
import jakarta.transaction.Transactional;
import java.time.Clock;
import java.time.Instant;
import java.util.Collection;
import java.util.List;
import java.util.Objects;
import java.util.Set;
import java.util.UUID;
import java.util.stream.Collectors;
import java.util.stream.Stream;
import org.jspecify.annotations.Nullable;

/** Takes a person out of comments. Threads stay whole, and numbers right. */
@ApplicationScoped
public class ErasureService {
    private final Comments comments;
    private final Teaching teaching;
    private final ChangeLog changes;
    private final Clock clock;

    ErasureService(Comments comments, Teaching teaching, ChangeLog changes, Clock clock) {
        this.comments = comments;
        this.teaching = teaching;
        this.changes = changes;
        this.clock = clock;
    }

    /**
     * Takes a person out of the comments that the person wrote, and out of the words of others. What was learned of the words is taken
     * back.
     *
     * @param own the comments of the person
     * @param mentions comments of others in which the address stands
     * @param keepWords whether the person's comments go on to say what they say, without who says it
     */
    @Transactional(Transactional.TxType.MANDATORY)
    public void erase(
            Collection<UUID> own, Collection<UUID> mentions, boolean keepWords, Spellings address, Actor actor) {
        Set<UUID> written = Set.copyOf(own);
        // All at once, so that two that erase lock the threads in one order.
        List<Comment> all =
                comments.lock(Stream.concat(own.stream(), mentions.stream()).collect(Collectors.toSet()));
        teaching.takeBack(all);
        Instant now = clock.instant();
        if (!keepWords) {
            wipe(all.stream().filter(comment -> written.contains(comment.id)).toList());
        }
        for (Comment comment : all) {
            boolean isOwn = written.contains(comment.id);
            if (isOwn && keepWords) {
                anonymise(comment);
            }
            redact(comment, address);
            changes.append(actor, comment.changed(isOwn ? "erase" : "redact", now));
        }
    }

    private void anonymise(Comment comment) {
        comment.authorName = null;
        comment.authorUrl = null;
        comment.avatarKey = null;
        comment.forgetReasons(); // they may quote the page or the words
        comments.sender(comment.id).ifPresent(comments::forget);
    }

    /** Takes the address out of the words; where it is hidden in them, out of what they look like; and else takes the words away. */
    private void redact(Comment comment, Spellings address) {
        String name = comment.authorName;
        if (name != null && address.standIn(name)) {
            comment.authorName = address.takenOutOf(Words.folded(name));
        }
        comment.authorUrl = holds(address, comment.authorUrl) ? null : comment.authorUrl;
        comments.sender(comment.id)
                .filter(sender -> holds(address, sender.userAgent))
                .ifPresent(sender -> sender.userAgent = null);
        if (comment.source == null || !isIn(comment, address)) {
            return;
        }
        write(comment, address.takenOutOf(comment.source));
        if (isIn(comment, address)) {
            write(comment, address.takenOutOf(Words.folded(String.valueOf(comment.text))));
        }
        if (isIn(comment, address)) {
            wipe(List.of(comment));
        }
    }

    private static void write(Comment comment, String redacted) {
        try {
            comment.write(redacted, CommentText.derive(redacted));
        } catch (FaultyTextException e) {
            return; // and the address is still in it
        }
    }

    private void wipe(List<Comment> wiped) {
        List<Comment> approved = wiped.stream().filter(Comment::isApproved).toList();
        comments.wipe(wiped);
        approved.forEach(comment -> comments.count(comment, -1));
    }

    private static boolean isIn(Comment comment, Spellings address) {
        return Stream.of(comment.source, comment.html, comment.text)
                .filter(Objects::nonNull)
                .anyMatch(address::standIn);
    }

    private static boolean holds(Spellings address, @Nullable String text) {
        return text != null && address.standIn(text);
    }
}
