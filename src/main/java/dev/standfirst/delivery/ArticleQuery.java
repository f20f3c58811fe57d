package dev.standfirst.delivery;

import dev.standfirst.article.Live;
import dev.standfirst.redirect.RedirectKind;
import dev.standfirst.redirect.Slugs;
import dev.standfirst.shared.json.Spelling;
import dev.standfirst.shared.page.Order;
import dev.standfirst.shared.sql.Sql;
import dev.standfirst.shared.text.Languages;
import jakarta.validation.constraints.Pattern;
import jakarta.validation.constraints.Size;
import jakarta.ws.rs.DefaultValue;
import java.time.Instant;
import java.util.ArrayList;
import java.util.Arrays;
import java.util.List;
import java.util.Map;
import java.util.UUID;
import org.eclipse.microprofile.openapi.annotations.parameters.Parameter;
import org.jboss.resteasy.reactive.RestQuery;
import org.jspecify.annotations.Nullable;

/** Which live articles are wanted, and in what order. */
public record ArticleQuery(
        @Parameter(description = "Only these articles, by id, comma-separated; those that are not live are left out")
        @Pattern(regexp = UUIDS, message = "must be up to 100 ids, separated by single commas")
        @RestQuery
        @Nullable
        String id,

        @Parameter(
                description =
                        "Only articles with any of the tags of these slugs, comma-separated; an old slug stands for its tag",
                example = "harbour,weather")
        @Size(min = 1, max = 1000)
        @Pattern(regexp = "[^,]+(,[^,]+)*", message = "must be slugs, separated by single commas")
        @RestQuery
        @Nullable
        String tag,

        @Parameter(description = "Only articles with all of the tags of these slugs, comma-separated")
        @Size(min = 1, max = 1000)
        @Pattern(regexp = "[^,]+(,[^,]+)*", message = "must be slugs, separated by single commas")
        @RestQuery("tag.all")
        @Nullable
        String tagAll,

        @Parameter(
                description =
                        "Only articles by any of the authors of these slugs, comma-separated; an old slug stands for its author")
        @Size(min = 1, max = 1000)
        @Pattern(regexp = "[^,]+(,[^,]+)*", message = "must be slugs, separated by single commas")
        @RestQuery
        @Nullable
        String author,

        @Parameter(description = "Only articles in this language (BCP 47)", example = "en")
        @Size(min = 1, max = 100)
        @RestQuery
        @Nullable
        String language,

        @Parameter(description = "Only articles that are, or are not, featured") @RestQuery @Nullable
        Boolean featured,

        @Parameter(description = "Only articles published at or after this moment (RFC 3339)")
        @RestQuery("publishedAt.gte")
        @Nullable
        Instant publishedAtGte,

        @Parameter(description = "Only articles published before this moment (RFC 3339)")
        @RestQuery("publishedAt.lt")
        @Nullable
        Instant publishedAtLt,

        @Parameter(
                description =
                        "The order by date: the latest first, or with publishedAt the oldest first; equal ones by id")
        @Pattern(regexp = "-?publishedAt", message = "must be publishedAt or -publishedAt")
        @DefaultValue("-publishedAt")
        @RestQuery
        String sort,

        @Parameter(
                description =
                        "What each item has besides, comma-separated: authors, tags, custom, commentCount (how many comments are shown; each reply changes that)")
        @Pattern(
                regexp = "(authors|tags|custom|commentCount)(,(authors|tags|custom|commentCount)){0,3}",
                message = "must be authors, tags, custom, commentCount or some of them, separated by commas")
        @RestQuery
        @Nullable
        String include) {

    private static final String UUIDS =
            "[0-9a-fA-F]{8}(-[0-9a-fA-F]{4}){3}-[0-9a-fA-F]{12}(,[0-9a-fA-F]{8}(-[0-9a-fA-F]{4}){3}-[0-9a-fA-F]{12}){0,99}";

    private static final Map<String, Order> ORDERS =
            Map.of("publishedAt", Order.ascending("listed.published_at", "listed.article_id", Order.Kind.TIME));

    Order order() {
        return Order.by(sort, ORDERS);
    }

    /**
     * The statement from its {@code from} on.
     *
     * <p>One tag or one author is a walk along its own index, in the order of the list; so a page costs the same however many stories
     * there are. Everything else is a condition on that walk, or on the one over all live stories.
     */
    Sql from(Instant now) {
        List<String> tags = split(tag);
        List<String> authors = split(author);
        List<Sql> conditions = new ArrayList<>();
        Sql from;
        if (tags.size() == 1) {
            from = walk("article_tag", RedirectKind.TAG, tags.get(0));
            conditions.add(anyOf("article_author", RedirectKind.AUTHOR, authors));
        } else if (authors.size() == 1) {
            from = walk("article_author", RedirectKind.AUTHOR, authors.get(0));
            conditions.add(anyOf("article_tag", RedirectKind.TAG, tags));
        } else {
            from = Sql.of("from (select id article_id, published_at from article where status = 'PUBLISHED') listed")
                    .then("join article on article.id = listed.article_id where true");
            conditions.add(anyOf("article_tag", RedirectKind.TAG, tags));
            conditions.add(anyOf("article_author", RedirectKind.AUTHOR, authors));
        }
        split(tagAll).forEach(slug -> conditions.add(anyOf("article_tag", RedirectKind.TAG, List.of(slug))));
        from.then("and listed.published_at <= ? and", now).then(Live.condition(now));
        conditions.forEach(from::then);
        return from.andIf("article.id = any (?)", id == null ? null : ids(id))
                .andIf("article.language = ?", language == null ? null : Languages.canonical(language))
                .andIf("article.featured = ?", featured)
                .andIf("listed.published_at >= ?", publishedAtGte)
                .andIf("listed.published_at < ?", publishedAtLt);
    }

    /** Walks the join table {@code article_tag} or {@code article_author} along one tag or author. */
    private static Sql walk(String join, RedirectKind kind, String slug) {
        return Sql.of("from " + join + " listed join article on article.id = listed.article_id")
                .then("where listed." + Spelling.of(kind) + "_id = (")
                .then(Slugs.ids(kind, List.of(slug), true))
                .then("limit 1)");
    }

    private static Sql anyOf(String join, RedirectKind kind, List<String> slugs) {
        return slugs.isEmpty()
                ? Sql.of("")
                : Sql.of("and exists (select from %1$s where %1$s.article_id = article.id and %1$s.%2$s_id in ("
                                .formatted(join, Spelling.of(kind)))
                        .then(Slugs.ids(kind, slugs, true))
                        .then("))");
    }

    private static List<String> split(@Nullable String list) {
        return list == null
                ? List.of()
                : Arrays.stream(list.split(",")).distinct().toList();
    }

    private static UUID[] ids(String list) {
        return split(list).stream().map(UUID::fromString).toArray(UUID[]::new);
    }
}
