package dev.standfirst.article;

import dev.standfirst.shared.page.Order;
import dev.standfirst.shared.sql.Sql;
import dev.standfirst.shared.text.Languages;
import jakarta.validation.constraints.Pattern;
import jakarta.validation.constraints.Size;
import jakarta.ws.rs.DefaultValue;
import java.time.Instant;
import java.util.Map;
import org.eclipse.microprofile.openapi.annotations.parameters.Parameter;
import org.jboss.resteasy.reactive.RestQuery;
import org.jspecify.annotations.Nullable;

/** Which articles are wanted, and in what order. */
public record ArticleFilter(
        @Parameter(description = "Only articles that stand so") @RestQuery @Nullable
        ArticleStatus status,

        @Parameter(description = "Only articles with the tag of this slug") @Size(max = 200) @RestQuery @Nullable
        String tag,

        @Parameter(description = "Only articles by the author of this slug") @Size(max = 200) @RestQuery @Nullable
        String author,

        @Parameter(description = "Only articles in this language (BCP 47)") @Size(max = 100) @RestQuery @Nullable
        String language,

        @Parameter(description = "Only articles that are, or are not, featured") @RestQuery @Nullable
        Boolean featured,

        @Parameter(description = "Only articles that this other system calls something")
        @Size(max = 100)
        @RestQuery("externalRef.source")
        @Nullable
        String externalSource,

        @Parameter(description = "Only articles that another system calls so")
        @Size(max = 300)
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
        Instant updatedAtLt,

        @Parameter(
                description =
                        "The order: updatedAt, createdAt, publishedAt (leaves out articles without) or title, with a minus before it to begin at the other end; equal ones by id")
        @Pattern(
                regexp = "-?(updatedAt|createdAt|publishedAt|title)",
                message = "must be updatedAt, createdAt, publishedAt or title, or one of them with a minus before it")
        @DefaultValue("-updatedAt")
        @RestQuery
        String sort) {

    private static final Map<String, Order> ORDERS = Map.of(
            "updatedAt", Order.ascending("article.updated_at", "article.id", Order.Kind.TIME),
            "createdAt", Order.ascending("article.created_at", "article.id", Order.Kind.TIME),
            "publishedAt", Order.ascending("article.published_at", "article.id", Order.Kind.TIME),
            "title", Order.ascending("article.title", "article.id", Order.Kind.TEXT));

    Order order() {
        return Order.by(sort, ORDERS);
    }

    Sql from() {
        return Sql.of("from article where " + (sort.endsWith("publishedAt") ? "published_at is not null" : "true"))
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
