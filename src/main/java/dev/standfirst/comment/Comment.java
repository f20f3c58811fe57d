package dev.standfirst.comment;

import com.fasterxml.jackson.core.type.TypeReference;
import dev.standfirst.body.DerivedComment;
import dev.standfirst.change.Change;
import dev.standfirst.comment.spam.Judgement;
import dev.standfirst.comment.spam.Reason;
import dev.standfirst.comment.spam.learned.Lesson;
import dev.standfirst.comment.spam.learned.Writing;
import dev.standfirst.shared.json.JsonText;
import jakarta.persistence.Column;
import jakarta.persistence.Entity;
import jakarta.persistence.EnumType;
import jakarta.persistence.Enumerated;
import jakarta.persistence.Id;
import java.time.Instant;
import java.util.List;
import java.util.Set;
import java.util.UUID;
import java.util.concurrent.TimeUnit;
import org.hibernate.annotations.JdbcTypeCode;
import org.hibernate.type.SqlTypes;
import org.jspecify.annotations.Nullable;

/** A comment as it is stored, without how to reach who wrote it. */
@Entity
class Comment {
    private static final JsonText<List<Reason>> REASONS = new JsonText<>(new TypeReference<>() {});

    /** The deepest that a comment may hang below the top of its thread. */
    static final int DEEPEST = 63;

    @Id
    UUID id;

    UUID articleId;

    @Nullable
    UUID parentId;

    UUID rootId;
    int depth;
    String path;

    @Enumerated(EnumType.STRING)
    CommentStatus status;

    boolean staff;

    @Nullable
    String authorName;

    @Nullable
    String authorUrl;

    @Nullable
    String avatarKey;

    /** Whether its edit token speaks for its writer, once it is approved. */
    boolean vouched;

    @Nullable
    String source;

    @Nullable
    String html;

    @Nullable
    String text;

    /** Counted by statements alone, when comments below come or go. */
    @Column(updatable = false)
    int replies;

    int score;

    @JdbcTypeCode(SqlTypes.JSON)
    private String reasons = REASONS.write(List.of());

    /** As which it was taught to the learned score. */
    @Enumerated(EnumType.STRING)
    Lesson.@Nullable Verdict learned;

    Instant createdAt;

    @Nullable
    Instant editedAt;

    @Nullable
    Instant decidedAt;

    @Nullable
    String decidedBy;

    Instant updatedAt;
    long version;

    /** Makes one that is to be written below another, or below the article itself. */
    static Comment below(@Nullable Comment parent, UUID id, UUID article, Instant now) {
        Comment comment = new Comment();
        comment.id = id;
        comment.articleId = article;
        comment.parentId = parent == null ? null : parent.id;
        comment.rootId = parent == null ? id : parent.rootId;
        comment.depth = parent == null ? 0 : parent.depth + 1;
        comment.path = (parent == null ? "" : parent.path) + step(now, id);
        comment.createdAt = now;
        return comment;
    }

    /** One step of a path: 15 digits for the time in microseconds, so many as its last year needs, and the 12 last ones of the id. */
    private static String step(Instant time, UUID id) {
        return "%015x%s"
                .formatted(
                        TimeUnit.SECONDS.toMicros(time.getEpochSecond())
                                + TimeUnit.NANOSECONDS.toMicros(time.getNano()),
                        id.toString().substring(24));
    }

    boolean isApproved() {
        return status == CommentStatus.APPROVED;
    }

    boolean isRejected() {
        return status == CommentStatus.SPAM || status == CommentStatus.TRASH;
    }

    void write(String newSource, DerivedComment derived) {
        source = newSource;
        html = derived.html();
        text = derived.text();
    }

    /** Derives the text by the present rules; of what is deleted there is none. */
    void deriveAnew() {
        DerivedComment derived = source == null ? null : CommentTexts.derived("#", null, null, source);
        html = derived == null ? null : derived.html();
        text = derived == null ? null : derived.text();
    }

    /** What is learned from it; only of one whose text is there. */
    Writing writing() {
        return Writing.of(authorName, authorUrl, String.valueOf(text), String.valueOf(html));
    }

    void judge(Judgement judgement) {
        score = judgement.score();
        reasons = REASONS.write(judgement.reasons());
    }

    /** Takes away everything that somebody wrote. */
    void wipe() {
        status = CommentStatus.DELETED;
        authorName = null;
        authorUrl = null;
        avatarKey = null;
        source = null;
        html = null;
        text = null;
        score = 0;
        forgetReasons();
    }

    List<Reason> reasons() {
        return REASONS.read(reasons);
    }

    void forgetReasons() {
        reasons = REASONS.write(List.of());
    }

    /** Counts a change, and makes its entry in the log. */
    Change changed(String verb, Instant now) {
        updatedAt = now;
        version++;
        return new Change("comment." + verb, id, version, Set.of("comment:" + id, "comments:" + articleId));
    }
}
