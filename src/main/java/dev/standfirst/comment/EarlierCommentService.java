package dev.standfirst.comment;

import com.github.f4b6a3.uuid.UuidCreator;
import dev.standfirst.access.Actor;
import dev.standfirst.access.Permission;
import dev.standfirst.article.ArticleLookup;
import dev.standfirst.body.DerivedComment;
import dev.standfirst.change.ChangeLog;
import dev.standfirst.change.Outcome;
import dev.standfirst.shared.problem.ProblemException;
import dev.standfirst.shared.text.Ref;
import jakarta.enterprise.context.ApplicationScoped;
import jakarta.transaction.Transactional;
import java.time.Clock;
import java.util.List;
import java.util.Objects;
import java.util.UUID;
import org.jspecify.annotations.Nullable;

/** Keeps comments that readers left where the site was before: whatever the rules of the article say now, and judged by nobody. */
@ApplicationScoped
public class EarlierCommentService {
    private final Comments comments;
    private final ArticleLookup articles;
    private final ChangeLog changes;
    private final Clock clock;

    EarlierCommentService(Comments comments, ArticleLookup articles, ChangeLog changes, Clock clock) {
        this.comments = comments;
        this.articles = articles;
        this.changes = changes;
        this.clock = clock;
    }

    /** Keeps a comment, and returns its id. */
    @Transactional
    public UUID create(EarlierComment wanted, Actor actor) {
        DerivedComment derived = derived(wanted);
        UUID article = article(wanted);
        comments.takeTurn(article);
        Comment parent = parent(wanted, article);
        Comment comment = Comment.below(parent, UuidCreator.getTimeOrderedEpoch(), article, wanted.createdAt());
        write(comment, wanted, derived);
        changes.append(actor, comment.changed("create", clock.instant()));
        comments.persist(comment, sender(comment, wanted));
        if (comment.isApproved()) {
            comments.count(comment, 1);
        }
        return comment.id;
    }

    /**
     * Makes a comment what it was; it stays where it stands. Fails with {@link CommentProblem#COMMENT_DELETED}.
     *
     * @param cameIn whether it came in from elsewhere; one that a reader wrote here is changed only by those who may moderate, and others
     *     do not learn whether they know its address
     */
    @Transactional
    public Outcome replace(UUID id, EarlierComment wanted, boolean cameIn, Actor actor) {
        Comment comment = comments.lock(id).orElseThrow();
        if (comment.status == CommentStatus.DELETED) {
            throw CommentProblem.COMMENT_DELETED.because("The comment is deleted.");
        }
        boolean isReaders = !cameIn && !actor.may(Permission.MODERATE_COMMENTS);
        if (says(comment, wanted) && (isReaders || isFrom(comment, wanted))) {
            return Outcome.UNCHANGED;
        }
        if (isReaders) {
            actor.require(Permission.MODERATE_COMMENTS);
        }
        DerivedComment derived = derived(wanted);
        boolean wasApproved = comment.isApproved();
        write(comment, wanted, derived);
        comments.sender(id).ifPresent(sender -> sender.email = email(wanted));
        changes.append(actor, comment.changed("update", clock.instant()));
        if (wasApproved != comment.isApproved()) {
            comments.count(comment, wasApproved ? -1 : 1);
        }
        return Outcome.UPDATED;
    }

    private static boolean says(Comment comment, EarlierComment wanted) {
        return wanted.body().equals(comment.source)
                && wanted.author().name().strip().equals(comment.authorName)
                && Objects.equals(wanted.author().url(), comment.authorUrl)
                && wanted.place() == comment.status
                && (wanted.staff() == null || wanted.staff() == comment.staff);
    }

    private boolean isFrom(Comment comment, EarlierComment wanted) {
        return Objects.equals(
                email(wanted),
                comments.sender(comment.id).map(sender -> sender.email).orElse(null));
    }

    private static void write(Comment comment, EarlierComment wanted, DerivedComment derived) {
        comment.authorName = wanted.author().name().strip();
        comment.authorUrl = wanted.author().url();
        comment.status = wanted.place();
        comment.vouched = comment.isApproved();
        comment.staff = wanted.staff() == null ? comment.staff : wanted.staff();
        comment.write(wanted.body(), derived);
    }

    /** Derives what was stored without what is derived from it; to nobody that is a change. */
    @Transactional(Transactional.TxType.MANDATORY)
    public void complete(UUID id) {
        comments.findById(id).deriveAnew();
    }

    private static DerivedComment derived(EarlierComment wanted) {
        return CommentTexts.derived(
                "#/author", wanted.author().name(), wanted.author().url(), wanted.body());
    }

    private static CommentSender sender(Comment comment, EarlierComment wanted) {
        CommentSender sender = new CommentSender();
        sender.commentId = comment.id;
        sender.email = email(wanted);
        return sender;
    }

    private static @Nullable String email(EarlierComment wanted) {
        String email = wanted.author().email();
        return email == null ? null : EmailAddress.canonical(email);
    }

    private UUID article(EarlierComment wanted) {
        UUID article = articles.find(List.of(wanted.article())).get(wanted.article());
        if (article == null) {
            throw refused(CommentProblem.COMMENTED_ARTICLE_UNKNOWN, "#/article", "is the slug or id of no article");
        }
        return article;
    }

    private @Nullable Comment parent(EarlierComment wanted, UUID article) {
        String name = wanted.parent();
        if (name == null) {
            return null;
        }
        UUID id = Ref.of(name).id();
        Comment parent = id == null ? null : comments.findById(id);
        if (parent == null) {
            throw refused(CommentProblem.UNKNOWN_PARENT, "#/parent", "is the id of no comment");
        }
        if (!parent.articleId.equals(article)) {
            throw refused(CommentProblem.PARENT_ELSEWHERE, "#/parent", "belongs to another article");
        }
        CommentService.requireRoomBelow(parent);
        return parent;
    }

    private static ProblemException refused(CommentProblem problem, String pointer, String detail) {
        return ProblemException.of(List.of(problem.at(pointer, detail)), problem);
    }
}
