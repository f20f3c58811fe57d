package dev.standfirst.comment;

import dev.standfirst.access.Actor;
import dev.standfirst.article.CommentPolicy;
import dev.standfirst.body.DerivedComment;
import dev.standfirst.change.ChangeLog;
import dev.standfirst.comment.spam.Judgement;
import dev.standfirst.comment.spam.Reason;
import dev.standfirst.comment.spam.Submission;
import dev.standfirst.redirect.Addresses;
import dev.standfirst.shared.signature.SigningKey;
import dev.standfirst.shared.text.Ref;
import jakarta.enterprise.context.ApplicationScoped;
import jakarta.transaction.Transactional;
import java.nio.charset.StandardCharsets;
import java.time.Clock;
import java.time.Instant;
import java.util.ArrayList;
import java.util.HexFormat;
import java.util.List;
import java.util.Objects;
import java.util.Optional;
import java.util.UUID;
import org.jspecify.annotations.Nullable;

/** What readers do with comments; {@link PostingService} looks at what they send before it gets here. */
@ApplicationScoped
public class CommentService {
    private final Comments comments;
    private final CommentRules rules;
    private final CommentSettings settings;
    private final EditTokens tokens;
    private final Teaching teaching;
    private final SigningKey key;
    private final ChangeLog changes;
    private final Clock clock;

    CommentService(
            Comments comments,
            CommentRules rules,
            CommentSettings settings,
            EditTokens tokens,
            Teaching teaching,
            SigningKey key,
            ChangeLog changes,
            Clock clock) {
        this.comments = comments;
        this.rules = rules;
        this.settings = settings;
        this.tokens = tokens;
        this.teaching = teaching;
        this.key = key;
        this.changes = changes;
        this.clock = clock;
    }

    /** Keeps a comment of a reader, shown at once or held as the article's policy and the judgement say. */
    @Transactional
    public OwnComment add(
            Submission sent,
            @Nullable UUID parentId,
            DerivedComment derived,
            Judgement judgement,
            Optional<UUID> known) {
        var allowed = rules.keep(Ref.of(sent.article()), sent.at()).orElseThrow(Addresses::gone);
        requireOpen(allowed, sent.at());
        comments.takeTurn(sent.article());
        Comment parent = parentId == null ? null : answered(parentId, sent.article());
        Comment comment = Comment.below(parent, sent.comment(), sent.article(), sent.at());
        comment.authorName = sent.name();
        comment.authorUrl = sent.url();
        comment.avatarKey = avatarKey(String.valueOf(sent.email()));
        comment.write(sent.source(), derived);
        comment.vouched = isKnown(sent, known);
        place(comment, verdict(allowed.policy(), comment.vouched, sent, judgement));
        changes.append(Actor.anybody(), comment.changed("create", sent.at()));
        comments.persist(comment, CommentSender.of(sent));
        if (comment.isApproved()) {
            comments.count(comment, 1);
        }
        return OwnComment.of(comment, tokens.of(comment.id), editableUntil(comment));
    }

    /** What there is of a comment that its writer wants to change. */
    public record Own(
            CommentEdit edit,
            UUID article,
            String name,
            @Nullable String email,
            @Nullable String url) {}

    /** Reads what there is of a comment, if it may be changed by who has the token. */
    @Transactional
    public Own own(UUID id, @Nullable String authorization) {
        Comment comment = changeable(id, authorization);
        String email = comments.sender(id).map(sender -> sender.email).orElse(null);
        return new Own(
                new CommentEdit(Objects.requireNonNullElse(comment.source, "")),
                comment.articleId,
                Objects.requireNonNullElse(comment.authorName, ""),
                email,
                comment.authorUrl);
    }

    /** Changes the text of a comment for who has its token; it is judged again, but by no rule taken out of a moderator's hands. */
    @Transactional
    public OwnComment edit(
            Submission sent, DerivedComment derived, Judgement judgement, @Nullable String authorization) {
        Comment comment = changeable(sent.comment(), authorization);
        if (sent.source().equals(comment.source)) {
            return OwnComment.of(comment, null, editableUntil(comment));
        }
        CommentStatus before = comment.status;
        if (!comment.isRejected() || comment.decidedBy == null) {
            CommentPolicy policy = rules.find(Ref.of(comment.articleId), sent.at())
                    .map(CommentRules.Rules::policy)
                    .orElse(CommentPolicy.ALL);
            Verdict verdict = verdict(policy, comment.vouched, sent, judgement.after(comment.reasons()));
            boolean unread =
                    comment.decidedBy != null && (before == CommentStatus.PENDING || policy != CommentPolicy.OPEN);
            place(
                    comment,
                    unread && verdict.status() == CommentStatus.APPROVED
                            ? held(verdict.judgement(), "it was changed after a moderator decided on it")
                            : verdict);
        }
        teaching.takeBack(List.of(comment));
        comment.write(sent.source(), derived);
        comment.editedAt = sent.at();
        changes.append(Actor.anybody(), comment.changed("update", sent.at()));
        count(comment, before);
        return OwnComment.of(comment, null, editableUntil(comment));
    }

    /** Deletes a comment for who has its token: nothing that was written stays, only the gap, where replies hang on it. */
    @Transactional
    public void delete(UUID id, @Nullable String authorization) {
        Comment comment = changeable(id, authorization);
        CommentStatus before = comment.status;
        teaching.takeBack(List.of(comment));
        comments.wipe(List.of(comment));
        changes.append(Actor.anybody(), comment.changed("delete", clock.instant()));
        count(comment, before);
    }

    private void count(Comment comment, CommentStatus before) {
        int more = (comment.isApproved() ? 1 : 0) - (before == CommentStatus.APPROVED ? 1 : 0);
        if (more != 0) {
            comments.count(comment, more);
        }
    }

    /** Where a comment is to stand, and for which reasons. */
    private record Verdict(CommentStatus status, Judgement judgement) {}

    private static void place(Comment comment, Verdict verdict) {
        comment.status = verdict.status();
        comment.judge(verdict.judgement());
    }

    private static Verdict verdict(CommentPolicy policy, boolean known, Submission sent, Judgement judgement) {
        if (judgement.isSpam()) {
            return new Verdict(CommentStatus.SPAM, judgement);
        }
        if (judgement.holds()) {
            return new Verdict(CommentStatus.PENDING, judgement);
        }
        return switch (policy) {
            case CLOSED, ALL -> held(judgement, "every comment waits here");
            case FIRST ->
                known
                        ? shown(judgement)
                        : held(judgement, "its writer is not known by an approved comment and its edit token");
            case LINKS ->
                sent.links().isEmpty() && sent.url() == null
                        ? shown(judgement)
                        : held(judgement, "comments with links wait here");
            case OPEN -> shown(judgement);
        };
    }

    private static Verdict shown(Judgement judgement) {
        return new Verdict(CommentStatus.APPROVED, judgement);
    }

    private static Verdict held(Judgement judgement, String detail) {
        List<Reason> reasons = new ArrayList<>(judgement.reasons());
        reasons.add(new Reason("policy", 0, detail));
        return new Verdict(CommentStatus.PENDING, new Judgement(judgement.score(), reasons, false));
    }

    /** An address can be guessed: only together with the token of an approved comment from it, it tells who writes. */
    private boolean isKnown(Submission sent, Optional<UUID> known) {
        String email = sent.email();
        return email != null
                && known.filter(comment ->
                                comments.isApproved(comment, email, sent.at().minus(settings.recogniseFor())))
                        .isPresent();
    }

    private Comment answered(UUID parentId, UUID article) {
        Comment parent = comments.findByIdOptional(parentId)
                .orElseThrow(() -> CommentProblem.UNKNOWN_PARENT
                        .because("There is no comment of this id to answer.")
                        .with(CommentProblem.UNKNOWN_PARENT.at("#/parentId", "is the id of no comment")));
        if (!parent.articleId.equals(article)) {
            throw CommentProblem.PARENT_ELSEWHERE
                    .because("The comment stands below another article.")
                    .with(CommentProblem.PARENT_ELSEWHERE.at("#/parentId", "belongs to another article"));
        }
        if (!parent.isApproved()) {
            throw CommentProblem.PARENT_NOT_SHOWN
                    .because("The comment is not shown, and cannot be answered.")
                    .with(CommentProblem.PARENT_NOT_SHOWN.at("#/parentId", "is a comment that is not shown"));
        }
        requireRoomBelow(parent);
        return parent;
    }

    private Comment changeable(UUID id, @Nullable String authorization) {
        if (!tokens.require(authorization)
                .equals(id)) { // before it is looked for, so that no token asks whether there is one
            throw CommentProblem.EDIT_TOKEN_OF_ANOTHER.because("The edit token was given for another comment.");
        }
        Comment comment = comments.lock(id)
                .filter(found -> found.status != CommentStatus.DELETED && !found.staff)
                .orElseThrow(Addresses::notFound);
        if (!editableUntil(comment).isAfter(clock.instant())) {
            throw CommentProblem.EDIT_TOKEN_EXPIRED.because(
                    "The comment could be changed until " + editableUntil(comment) + ".");
        }
        return comment;
    }

    private Instant editableUntil(Comment comment) {
        return comment.createdAt.plus(settings.editableFor());
    }

    private @Nullable String avatarKey(String email) {
        return settings.avatarKeys()
                ? HexFormat.of().formatHex(key.sign("comment avatar", email.getBytes(StandardCharsets.UTF_8)), 0, 16)
                : null;
    }

    static void requireRoomBelow(Comment parent) {
        if (parent.depth == Comment.DEEPEST) {
            throw CommentProblem.THREAD_TOO_DEEP.because("The comment stands on the last level of its thread.");
        }
    }

    static void requireOpen(CommentRules.Rules rules, Instant now) {
        if (!rules.areOpen(now)) {
            throw CommentProblem.COMMENTS_CLOSED.because("This article takes no comments.");
        }
    }
}
