package dev.standfirst.article;

import dev.standfirst.shared.sql.Sql;
import dev.standfirst.shared.text.Languages;
import jakarta.validation.constraints.Size;
import java.time.Instant;
import org.eclipse.microprofile.openapi.annotations.parameters.Parameter;
import org.jboss.resteasy.reactive.RestQuery;
import org.jspecify.annotations.Nullable;

/** Which articles are wanted. */
public record ArticleFilter(
        @Parameter(description = "Only articles that stand so") @RestQuery @Nullable
        ArticleStatus status,

        @Parameter(description = "Only articles with the tag of this slug")
        @Size(min = 1, max = 200)
        @RestQuery
        @Nullable
        String tag,

        @Parameter(description = "Only articles by the author of this slug")
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
            new ArticleFilter(null, null, null, null, null, null, null, null, null, null, null);

    /** Says whether it keeps every article. */
    public boolean isEmpty() {
        return equals(NONE);
    }

    /** The statement from its {@code from} on. */
    public Sql from() {
        return Sql.of("from article where true")
                .andIf("status = ?", status == null ? null : status.name())
                .andIf(
                        "exists (select from article_tag join tag on tag.id = tag_id where article_id = article.id and tag.slug = ?)",
                        tag)
                .andIf(
                        "exists (select from article_author join author on author.id = author_id where article_id = article.id and author.slug = ?)",
                        author)
                .andIf("language = ?", language == null ? null : Languages.canonical(language))
                .andIf("featured = ?", featured)
                .andIf("external_source = ?", externalSource)
                .andIf("external_id = ?", externalId)
                .andIf("published_at >= ?", publishedAtGte)
                .andIf("published_at < ?", publishedAtLt)
                .andIf("updated_at >= ?", updatedAtGte)
                .andIf("updated_at < ?", updatedAtLt);
    }
}
