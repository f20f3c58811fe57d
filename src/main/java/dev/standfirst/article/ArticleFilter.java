package dev.standfirst.article;

import dev.standfirst.access.ArticleStatus;
import dev.standfirst.redirect.RedirectKind;
import dev.standfirst.redirect.Slugs;
import dev.standfirst.shared.json.Spelling;
import dev.standfirst.shared.sql.Sql;
import dev.standfirst.shared.text.Languages;
import jakarta.validation.constraints.Size;
import java.time.Instant;
import java.util.List;
import java.util.UUID;
import org.eclipse.microprofile.openapi.annotations.parameters.Parameter;
import org.jboss.resteasy.reactive.RestQuery;
import org.jspecify.annotations.Nullable;

/** Which articles are wanted. */
public record ArticleFilter(
        @Parameter(description = "Only articles that stand so") @RestQuery @Nullable
        ArticleStatus status,

        @Parameter(description = "Only articles with the tag of this slug, or an old slug of it")
        @Size(min = 1, max = 200)
        @RestQuery
        @Nullable
        String tag,

        @Parameter(description = "Only articles by the author of this slug, or an old slug of it")
        @Size(min = 1, max = 200)
        @RestQuery
        @Nullable
        String author,

        @Parameter(description = "Only articles in this language (BCP 47)")
        @Size(min = 1, max = 100)
        @RestQuery
        @Nullable
        String language,

        @Parameter(description = "Only articles that are, or are not, featured") @RestQuery @Nullable
        Boolean featured,

        @Parameter(description = "Only articles that this other system calls something")
        @Size(min = 1, max = 100)
        @RestQuery("externalRef.source")
        @Nullable
        String externalSource,

        @Parameter(description = "Only articles that another system calls so")
        @Size(min = 1, max = 300)
        @RestQuery("externalRef.id")
        @Nullable
        String externalId,

        @Parameter(description = "Only articles that the key of this id created") @RestQuery @Nullable
        UUID createdBy,

        @Parameter(description = "Only articles that have, or have not, a working copy") @RestQuery @Nullable
        Boolean pending,

        @Parameter(description = "Only articles published, or to be published, at or after this moment")
        @RestQuery("publishedAt.gte")
        @Nullable
        Instant publishedAtGte,

        @Parameter(description = "Only articles published, or to be published, before this moment")
        @RestQuery("publishedAt.lt")
        @Nullable
        Instant publishedAtLt,

        @Parameter(description = "Only articles changed at or after this moment") @RestQuery("updatedAt.gte") @Nullable
        Instant updatedAtGte,

        @Parameter(description = "Only articles changed before this moment") @RestQuery("updatedAt.lt") @Nullable
        Instant updatedAtLt) {

    private static final ArticleFilter NONE =
            new ArticleFilter(null, null, null, null, null, null, null, null, null, null, null, null, null);

    /** Says whether it keeps every article. */
    public boolean isEmpty() {
        return equals(NONE);
    }

    /** The statement from its {@code from} on. */
    public Sql from() {
        return Sql.of("from article where true")
                .andIf("status = ?", status == null ? null : status.name())
                .then(having("article_tag", RedirectKind.TAG, tag))
                .then(having("article_author", RedirectKind.AUTHOR, author))
                .andIf("language = ?", language == null ? null : Languages.canonical(language))
                .andIf("featured = ?", featured)
                .andIf("external_source = ?", externalSource)
                .andIf("external_id = ?", externalId)
                .andIf("created_by = ?", createdBy)
                .andIf("exists (select from working_copy where article_id = article.id) = ?", pending)
                .andIf("published_at >= ?", publishedAtGte)
                .andIf("published_at < ?", publishedAtLt)
                .andIf("updated_at >= ?", updatedAtGte)
                .andIf("updated_at < ?", updatedAtLt);
    }

    /** The condition that an article has the tag or author of a slug, which may be an old one. */
    private static Sql having(String join, RedirectKind kind, @Nullable String slug) {
        return slug == null
                ? Sql.of("")
                : Sql.of("and exists (select from %1$s where article_id = article.id and %2$s_id in ("
                                .formatted(join, Spelling.of(kind)))
                        .then(Slugs.ids(kind, List.of(slug), false))
                        .then("))");
    }
}
