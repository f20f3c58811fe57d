package dev.standfirst.comment;

import dev.standfirst.access.Actor;
import jakarta.enterprise.context.ApplicationScoped;
import java.util.List;
import java.util.UUID;

/** Decides on many comments, in batches that are each kept whole: a request that broke off can be sent again. */
@ApplicationScoped
public class ManyDecisionsService {
    /** The most comments of one request. */
    static final int MOST = 10_000;

    private static final int BATCH = 100;

    private final Comments comments;
    private final ModerationService moderation;

    ManyDecisionsService(Comments comments, ModerationService moderation) {
        this.comments = comments;
        this.moderation = moderation;
    }

    /** Decides on the comments that filter and ids select. */
    public DecisionResult decide(CommentFilter filter, ManyDecisions wanted, boolean dryRun, Actor actor) {
        List<UUID> among = wanted.ids() == null
                ? List.of()
                : wanted.ids().stream().distinct().toList();
        if (among.isEmpty() && filter.isEmpty()) {
            throw CommentProblem.NO_COMMENTS_SELECTED
                    .because("The request has neither ids nor a filter.")
                    .with(CommentProblem.NO_COMMENTS_SELECTED.at("#/ids", "is missing, and the query has no filter"));
        }
        List<UUID> ids = comments.ids(filter, among, MOST + 1);
        if (ids.size() > MOST) {
            throw CommentProblem.TOO_MANY_COMMENTS.because("The filter keeps more than 10,000 comments.");
        }
        int matched = filter.isEmpty() ? among.size() : ids.size();
        int changed = dryRun ? comments.countChanged(ids, wanted.decision()) : decided(ids, wanted.decision(), actor);
        return new DecisionResult(dryRun, matched, changed, matched - changed);
    }

    private int decided(List<UUID> ids, Decision decision, Actor actor) {
        int changed = 0;
        for (int from = 0; from < ids.size(); from += BATCH) {
            changed += moderation.decide(ids.subList(from, Math.min(ids.size(), from + BATCH)), decision, actor);
        }
        return changed;
    }
}
