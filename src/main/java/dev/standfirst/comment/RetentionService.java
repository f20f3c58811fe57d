package dev.standfirst.comment;

import dev.standfirst.access.Actor;
import dev.standfirst.change.ChangeLog;
import dev.standfirst.shared.idempotency.IdempotencyService;
import dev.standfirst.shared.sql.Turns;
import jakarta.enterprise.context.ApplicationScoped;
import jakarta.transaction.Transactional;
import java.time.Clock;
import java.time.Instant;
import java.util.List;

/** Forgets what is kept for a time only, in batches that are each kept whole. */
@ApplicationScoped
public class RetentionService {
    private static final int BATCH = 200;
    private static final String TURN = "comment-retention";

    private final Comments comments;
    private final CommentSettings settings;
    private final IdempotencyService answers;
    private final ChangeLog changes;
    private final Turns turns;
    private final Clock clock;

    RetentionService(
            Comments comments,
            CommentSettings settings,
            IdempotencyService answers,
            ChangeLog changes,
            Turns turns,
            Clock clock) {
        this.comments = comments;
        this.settings = settings;
        this.answers = answers;
        this.changes = changes;
        this.turns = turns;
        this.clock = clock;
    }

    /** Forgets from where and with which program some older comments were sent; says how many, none where all is done, or another node does it. */
    @Transactional
    public int forgetOrigins() {
        return turns.tryTake(TURN)
                ? comments.forgetOrigins(clock.instant().minus(settings.keepSendersFor()), BATCH)
                : 0;
    }

    /** Deletes what is written in some comments that were rejected long ago; says how many, as above. */
    @Transactional
    public int removeRejected() {
        if (!turns.tryTake(TURN)) {
            return 0;
        }
        Instant now = clock.instant();
        List<Comment> rejected = comments.lockRejected(now.minus(settings.keepRejectedFor()), BATCH);
        comments.wipe(rejected);
        for (Comment comment : rejected) {
            changes.append(Actor.system(), comment.changed("delete", now));
        }
        return rejected.size();
    }

    /** Deletes some answers that are no longer kept for repeated requests: on a quiet site no such request comes to do it. */
    public int sweepAnswers() {
        return answers.sweep();
    }

    /** Removes some of the places of comments deleted long ago, on which nothing hangs; says how many, as above. */
    @Transactional
    public int removeGaps() {
        return turns.tryTake(TURN) ? comments.deleteGaps(clock.instant().minus(settings.keepRejectedFor()), BATCH) : 0;
    }
}
