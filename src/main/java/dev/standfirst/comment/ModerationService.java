package dev.standfirst.comment;

import com.github.f4b6a3.uuid.UuidCreator;
import dev.standfirst.access.Actor;
import dev.standfirst.article.ArticleService;
import dev.standfirst.body.DerivedComment;
import dev.standfirst.change.ChangeLog;
import dev.standfirst.shared.http.IfMatch;
import dev.standfirst.shared.json.Drafts;
import dev.standfirst.shared.json.MergePatch;
import dev.standfirst.shared.json.Spelling;
import dev.standfirst.shared.page.Page;
import dev.standfirst.shared.page.PageRequest;
import dev.standfirst.shared.problem.ProblemException;
import dev.standfirst.shared.problem.RequestProblem;
import jakarta.enterprise.context.ApplicationScoped;
import jakarta.transaction.Transactional;
import jakarta.ws.rs.core.HttpHeaders;
import java.time.Clock;
import java.time.Instant;
import java.util.List;
import java.util.Optional;
import java.util.UUID;
import org.jspecify.annotations.Nullable;

/** What the desk does with comments. */
@ApplicationScoped
public class ModerationService {
    private final Comments comments;
    private final ArticleService articles;
    private final Teaching teaching;
    private final ChangeLog changes;
    private final Drafts drafts;
    private final Clock clock;

    ModerationService(
            Comments comments,
            ArticleService articles,
            Teaching teaching,
            ChangeLog changes,
            Drafts drafts,
            Clock clock) {
        this.comments = comments;
        this.articles = articles;
        this.teaching = teaching;
        this.changes = changes;
        this.drafts = drafts;
        this.clock = clock;
    }

    /** Lists comments. */
    public Page<CommentView> list(CommentFilter filter, CommentSort sort, PageRequest page) {
        articles.catchUp(); // each says the title of its article
        return comments.page(filter, sort, page);
    }

    /** Lists comments by where they came from. */
    public Page<CommentView> search(CommentSearch search, CommentSort sort, PageRequest page) {
        articles.catchUp();
        return comments.page(search, sort, page);
    }

    /** Reads a comment; fails with {@code not-found}. */
    public CommentView read(UUID id) {
        articles.catchUp();
        return comments.read(id).orElseThrow(ModerationService::notFound);
    }

    /**
     * Decides on a comment. Fails with {@link CommentProblem#ALREADY_DECIDED} if it stands so already, or somebody decided on it after the
     * version that the header names; with {@code version-is-stale} if its writer changed it since.
     */
    @Transactional
    public CommentView decide(UUID id, Decision decision, Optional<IfMatch> match, Actor actor) {
        Comment comment = comments.lock(id).orElseThrow(ModerationService::notFound);
        requireUndeleted(comment);
        if (match.isPresent()) {
            requireVersion(comment, match.get());
        }
        if (!decision.changes(comment.status)) {
            throw alreadyDecided(comment);
        }
        place(List.of(comment), decision, actor);
        return written(id);
    }

    /** Decides on some comments at once, and returns how many of them that changed; the others are left as they are. */
    @Transactional
    public int decide(List<UUID> ids, Decision decision, Actor actor) {
        List<Comment> undecided = comments.lock(ids).stream()
                .filter(comment -> decision.changes(comment.status))
                .toList();
        place(undecided, decision, actor);
        return undecided.size();
    }

    /** Changes what is written in a comment. */
    @Transactional
    public CommentView edit(UUID id, IfMatch match, MergePatch<CommentPatch> patch, Actor actor) {
        Comment comment = comments.lock(id).orElseThrow(ModerationService::notFound);
        requireUndeleted(comment);
        match.require(comment.version);
        CommentPatch current = new CommentPatch(comment.authorName, comment.authorUrl, String.valueOf(comment.source));
        CommentPatch wanted = drafts.patched(current, patch, CommentPatch.class);
        if (!wanted.equals(current)) {
            DerivedComment derived = CommentTexts.derived("#", wanted.name(), wanted.url(), wanted.body());
            Instant now = clock.instant();
            if (!wanted.body().equals(current.body())) {
                comment.editedAt = now;
            }
            teaching.takeBack(List.of(comment));
            comment.authorName = wanted.name();
            comment.authorUrl = wanted.url();
            comment.write(wanted.body(), derived);
            changes.append(actor, comment.changed("update", now));
        }
        return written(id);
    }

    /** Deletes what is written in a comment. Only its place stays, and readers see that only where replies hang on it. */
    @Transactional
    public void delete(UUID id, IfMatch match, Actor actor) {
        Comment comment = comments.lock(id).orElseThrow(ModerationService::notFound);
        requireUndeleted(comment);
        match.require(comment.version);
        boolean wasApproved = comment.isApproved();
        comments.wipe(List.of(comment));
        changes.append(actor, comment.changed("delete", clock.instant()));
        if (wasApproved) {
            comments.count(comment, -1);
        }
    }

    /** Answers a comment for the desk; readers see it at once. */
    @Transactional
    public CommentView reply(UUID id, StaffReply reply, Actor actor) {
        Comment parent = comments.lock(id).orElseThrow(ModerationService::notFound);
        if (!parent.isApproved()) {
            throw CommentProblem.NOT_SHOWN.because("The comment stands as " + Spelling.of(parent.status)
                    + ": readers do not see what would be answered.");
        }
        CommentService.requireRoomBelow(parent);
        String name = reply.name().strip();
        DerivedComment derived = CommentTexts.derived("#", name, null, reply.body());
        Instant now = clock.instant();
        Comment comment = Comment.below(parent, UuidCreator.getTimeOrderedEpoch(), parent.articleId, now);
        comment.staff = true;
        comment.authorName = name;
        comment.status = CommentStatus.APPROVED;
        comment.decidedAt = now;
        comment.decidedBy = actor.name();
        comment.write(reply.body(), derived);
        changes.append(actor, comment.changed("create", now));
        comments.persist(comment);
        comments.count(comment, 1);
        return written(comment.id);
    }

    private void place(List<Comment> decided, Decision decision, Actor actor) {
        Instant now = clock.instant();
        for (Comment comment : decided) {
            boolean wasApproved = comment.isApproved();
            comment.status = decision.status();
            comment.decidedAt = now;
            comment.decidedBy = actor.name();
            comment.vouched = decision == Decision.APPROVE;
            changes.append(actor, comment.changed(Spelling.of(decision), now));
            if (wasApproved != comment.isApproved()) {
                comments.count(comment, wasApproved ? -1 : 1);
            }
        }
        teaching.teach(decided, decision);
    }

    private CommentView written(UUID id) {
        comments.flush();
        return read(id);
    }

    /** Who decided since is told; whoever only changed the text since makes the version stale. */
    private static void requireVersion(Comment comment, IfMatch match) {
        try {
            match.require(comment.version);
        } catch (ProblemException stale) {
            throw comment.decidedAt != null && comment.decidedAt.equals(comment.updatedAt)
                    ? alreadyDecided(comment)
                    : stale;
        }
    }

    private static ProblemException alreadyDecided(Comment comment) {
        String status = Spelling.of(comment.status);
        @Nullable String by = comment.decidedBy;
        String detail = by == null
                ? "The comment stands as " + status + "."
                : "The comment stands as " + status + ", as " + by + " decided at " + comment.decidedAt + ".";
        return CommentProblem.ALREADY_DECIDED
                .because(detail)
                .withHeader(HttpHeaders.ETAG, IfMatch.etag(comment.version));
    }

    private static void requireUndeleted(Comment comment) {
        if (comment.status == CommentStatus.DELETED) {
            throw CommentProblem.COMMENT_DELETED.because("The comment is deleted.");
        }
    }

    private static ProblemException notFound() {
        return RequestProblem.NOT_FOUND.because("There is no comment of this id.");
    }
}
