package dev.standfirst.delivery;

import com.fasterxml.jackson.core.type.TypeReference;
import dev.standfirst.article.Live;
import dev.standfirst.article.SiteSettings;
import dev.standfirst.author.AuthorRef;
import dev.standfirst.body.Block;
import dev.standfirst.body.BodyFormat;
import dev.standfirst.body.Derivation;
import dev.standfirst.body.Heading;
import dev.standfirst.body.Source;
import dev.standfirst.comment.CommentRules;
import dev.standfirst.shared.media.Image;
import dev.standfirst.shared.page.Lists;
import dev.standfirst.shared.page.Page;
import dev.standfirst.shared.page.PageRequest;
import dev.standfirst.shared.sql.Queries;
import dev.standfirst.shared.sql.Row;
import dev.standfirst.shared.sql.Sql;
import dev.standfirst.shared.text.Ref;
import dev.standfirst.tag.TagRef;
import jakarta.inject.Singleton;
import java.sql.SQLException;
import java.time.Instant;
import java.util.List;
import java.util.Optional;
import org.jspecify.annotations.Nullable;

/** Reads live articles. */
@Singleton
final class DeliveredArticles {
    private static final TypeReference<Image> IMAGE = new TypeReference<>() {};
    private static final TypeReference<List<Block>> BLOCKS = new TypeReference<>() {};
    private static final TypeReference<List<Heading>> OUTLINE = new TypeReference<>() {};
    private static final TypeReference<List<Source>> SOURCES = new TypeReference<>() {};
    private static final TypeReference<List<Byline>> BYLINES = new TypeReference<>() {};
    private static final TypeReference<List<TagLabel>> LABELS = new TypeReference<>() {};

    private static final String BLOCKS_OR_SOURCE = """
            , article_body.blocks,
            case when article_body.derivation < %1$d then article_body.format end unread_format,
            case when article_body.derivation < %1$d then article_body.source end unread_source""".formatted(Derivation.NUMBER);

    private final Lists lists;
    private final Queries queries;
    private final SiteSettings site;

    DeliveredArticles(Lists lists, Queries queries, SiteSettings site) {
        this.lists = lists;
        this.queries = queries;
        this.site = site;
    }

    /** Reads a page with one statement, whatever it includes. */
    Page<ArticleTeaser> page(ArticleQuery query, PageRequest request, Instant now) {
        Teasers teasers = Teasers.including(query.include());
        return lists.page(request, query.order(), teasers.columns(), query.from(now), teasers::read);
    }

    /** An article, the latest moment at which anything that it shows was changed, and which comments it takes. */
    record Found(DeliveredArticle article, Instant modifiedAt, CommentRules.Rules comments) {}

    /** Reads a live article with one statement, and of its body no more than is asked for. */
    Optional<Found> find(Ref ref, BodyQuery form, ArticleInclusion inclusion, Instant now) {
        Sql sql = Sql.of("select " + Teasers.COLUMNS)
                .then("""
                        , article.canonical_url, article.custom, coalesce(nullif(trim(article.seo_title), ''), article.title) seo_title,
                        coalesce(nullif(trim(article.seo_description), ''), article.excerpt, article.derived_excerpt) seo_description,
                        article_body.outline, article_body.sources""")
                .then(form.has("html") ? ", article_body.html" : ", null html")
                .then(form.has("text") ? ", article_body.text" : ", null text")
                .then(form.has("blocks") ? BLOCKS_OR_SOURCE : ", null blocks, null unread_format, null unread_source")
                .then(
                        form.has("markdown")
                                ? ", case article_body.format when 'MARKDOWN' then article_body.source end markdown"
                                : ", null markdown")
                .then(", " + AuthorRef.OF_ARTICLE + ", " + TagRef.OF_ARTICLE)
                .then(", " + CommentRules.COLUMNS)
                .then(inclusion.hasCommentCount() ? ", " + CommentRules.COUNT : ", null comment_count")
                .then("""
                        , greatest(article.updated_at, article.published_at, article_body.rederived_at,
                            (select max(author.updated_at) from article_author join author on author.id = author_id
                             where article_id = article.id),
                            (select max(tag.updated_at) from article_tag join tag on tag.id = tag_id
                             where article_id = article.id),""")
                .then(CommentRules.changedAt("?"), now)
                .then("""
                        ) modified_at
                        from article join article_body on article_body.article_id = article.id where""")
                .then(ref.condition("article"))
                .then("and")
                .then(Live.condition(now));
        return queries.first(sql, row -> {
            var comments = CommentRules.of(row);
            return new Found(article(row, comments.areOpen(now)), row.instant("modified_at"), comments);
        });
    }

    private DeliveredArticle article(Row row, boolean commentsOpen) throws SQLException {
        return new DeliveredArticle(
                row.uuid("id"),
                row.text("slug"),
                row.textOrNull("kicker"),
                row.text("title"),
                row.textOrNull("standfirst"),
                row.text("excerpt"),
                row.jsonOrNull("image", IMAGE),
                new DeliveredArticle.Body(
                        row.textOrNull("html"), row.textOrNull("text"), blocks(row), row.textOrNull("markdown")),
                row.json("outline", OUTLINE),
                site.outside(row.json("sources", SOURCES)),
                row.json("authors", BYLINES),
                row.json("tags", LABELS),
                row.textOrNull("canonical_url"),
                new DeliveredArticle.Seo(row.text("seo_title"), row.text("seo_description")),
                row.text("language"),
                row.flag("featured"),
                row.freeForm("custom"),
                commentsOpen,
                row.integerOrNull("comment_count"),
                row.instant("published_at"),
                row.instant("updated_at"),
                row.integer("word_count"),
                row.integer("reading_minutes"));
    }

    /** Reads the blocks, where they are asked for; those of a body that an older release wrote are made from its source. */
    private static @Nullable List<Block> blocks(Row row) throws SQLException {
        String source = row.textOrNull("unread_source");
        return source == null
                ? row.jsonOrNull("blocks", BLOCKS)
                : Derivation.derive(row.constant("unread_format", BodyFormat.class), source)
                        .blocks();
    }
}
