package dev.standfirst.article;

import dev.standfirst.access.Actor;
import dev.standfirst.access.ArticleStatus;
import dev.standfirst.access.Role;
import jakarta.persistence.Entity;
import jakarta.persistence.EnumType;
import jakarta.persistence.Enumerated;
import jakarta.persistence.Id;
import java.time.Instant;
import java.util.UUID;
import org.jspecify.annotations.Nullable;

/** That a published article has a version which readers do not see yet. What that says is the newest revision of the article. */
@Entity
class WorkingCopy {
    @Id
    UUID articleId;

    @Enumerated(EnumType.STRING)
    ArticleStatus status = ArticleStatus.DRAFT;

    Instant since;

    @Nullable
    Instant publishAt;

    @Nullable
    UUID scheduledBy;

    @Nullable
    String scheduledByName;

    @Nullable
    String note;

    static WorkingCopy of(UUID article, Instant now) {
        WorkingCopy copy = new WorkingCopy();
        copy.articleId = article;
        copy.since = now;
        return copy;
    }

    boolean isDue(Instant now) {
        return publishAt != null && !publishAt.isAfter(now);
    }

    /** Decides when readers get it. */
    void schedule(Instant at, Actor actor, @Nullable String why) {
        status = ArticleStatus.REVIEW;
        publishAt = at;
        scheduledBy = actor.id();
        scheduledByName = actor.name();
        note = why;
    }

    /** Moves it to draft or review, and takes back a decision on when readers get it. */
    void move(ArticleStatus to) {
        status = to;
        publishAt = null;
        scheduledBy = null;
        scheduledByName = null;
        note = null;
    }

    /** Whoever decided when readers get it: in whose name that happens. */
    Actor scheduler() {
        return new Actor(scheduledBy, scheduledByName, Role.EDITOR);
    }

    ArticleView.Copy view() {
        return new ArticleView.Copy(status, since, publishAt);
    }
}
