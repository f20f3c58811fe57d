package dev.standfirst.article;

import com.fasterxml.jackson.databind.node.JsonNodeFactory;
import com.fasterxml.jackson.databind.node.ObjectNode;
import dev.standfirst.access.ArticleStatus;
import dev.standfirst.body.DerivedBody;
import dev.standfirst.shared.json.FreeFormText;
import dev.standfirst.shared.media.Image;
import jakarta.persistence.Convert;
import jakarta.persistence.Entity;
import jakarta.persistence.EnumType;
import jakarta.persistence.Enumerated;
import jakarta.persistence.Id;
import java.time.Instant;
import java.util.List;
import java.util.UUID;
import org.hibernate.annotations.JdbcTypeCode;
import org.hibernate.annotations.Mutability;
import org.hibernate.type.SqlTypes;
import org.hibernate.type.descriptor.java.Immutability;
import org.jspecify.annotations.Nullable;

/** An article as stored, without its body, its authors and its tags. */
@Entity
class Article {
    @Id
    UUID id;

    String slug;

    @Nullable
    String externalSource;

    @Nullable
    String externalId;

    @Nullable
    String kicker;

    String title;

    @Nullable
    String standfirst;

    @Nullable
    String excerpt;

    @JdbcTypeCode(SqlTypes.JSON)
    @Mutability(Immutability.class)
    @Nullable
    Image image;

    @Nullable
    String canonicalUrl;

    @Nullable
    String seoTitle;

    @Nullable
    String seoDescription;

    String language;
    boolean featured;

    @Convert(converter = FreeFormText.class)
    ObjectNode custom = JsonNodeFactory.instance.objectNode();

    @Enumerated(EnumType.STRING)
    @Nullable
    CommentPolicy commentPolicy;

    @Nullable
    Integer commentsCloseAfterDays;

    @Enumerated(EnumType.STRING)
    ArticleStatus status;

    @Nullable
    Instant publishedAt;

    @Nullable
    Instant unpublishAt;

    @Nullable
    Instant firstPublishedAt;

    /** What the log has told of it that time alone does. */
    @Enumerated(EnumType.STRING)
    Announced announced = Announced.NONE;

    String derivedExcerpt;
    int wordCount;
    int readingMinutes;
    Instant createdAt;

    @Nullable
    UUID createdBy;

    Instant updatedAt;
    long version;

    boolean isPublished() {
        return status == ArticleStatus.PUBLISHED;
    }

    /** Says whether time has made it live, and the log does not tell so. */
    boolean isToBeAnnouncedLive(Instant now) {
        return isPublished() && announced == Announced.NONE && !publishedAt.isAfter(now);
    }

    /** Says whether time has ended it, and the log does not tell so. */
    boolean isToBeAnnouncedEnded(Instant now) {
        return isPublished() && announced != Announced.ENDED && unpublishAt != null && !unpublishAt.isAfter(now);
    }

    /** Has nothing left to be told of what time has done up to now: a change that is written tells it. */
    void toldUpTo(Instant now) {
        announced = Announced.NONE;
        if (isToBeAnnouncedLive(now)) {
            announced = Announced.LIVE;
        }
        if (isToBeAnnouncedEnded(now)) {
            announced = Announced.ENDED;
        }
    }

    /** Remembers that readers could see the article, if they could at some moment up to now. */
    void rememberPublication(Instant now) {
        if (isPublished() && firstPublishedAt == null && !publishedAt.isAfter(now)) {
            firstPublishedAt = publishedAt;
        }
    }

    void write(ArticleDraft draft, String chosenSlug) {
        slug = chosenSlug;
        externalSource =
                draft.externalRef() == null ? null : draft.externalRef().source();
        externalId = draft.externalRef() == null ? null : draft.externalRef().id();
        kicker = draft.kicker();
        title = draft.title();
        standfirst = draft.standfirst();
        excerpt = draft.excerpt();
        image = draft.image();
        canonicalUrl = draft.canonicalUrl();
        seoTitle = draft.seo().title();
        seoDescription = draft.seo().description();
        language = draft.language();
        featured = draft.featured();
        custom = draft.custom();
        commentPolicy = draft.commentPolicy();
        commentsCloseAfterDays = draft.commentsCloseAfterDays();
        status = draft.status();
        publishedAt = draft.publishedAt();
        unpublishAt = draft.unpublishAt();
    }

    void derive(DerivedBody derived) {
        derivedExcerpt = derived.excerpt();
        wordCount = derived.wordCount();
        readingMinutes = derived.readingMinutes();
    }

    Seo seo() {
        return new Seo(seoTitle, seoDescription);
    }

    /** What its writers wrote of it, but for its authors and tags. */
    ArticleDraft draft(BodyDraft body) {
        return new ArticleDraft(
                slug,
                externalSource == null ? null : new ExternalRef(externalSource, externalId),
                kicker,
                title,
                standfirst,
                excerpt,
                body,
                image,
                List.of(),
                List.of(),
                canonicalUrl,
                seo(),
                language,
                featured,
                custom,
                commentPolicy,
                commentsCloseAfterDays,
                status,
                publishedAt,
                unpublishAt);
    }
}
