package dev.standfirst.delivery;

import dev.standfirst.article.Live;
import dev.standfirst.shared.page.Lists;
import dev.standfirst.shared.page.Page;
import dev.standfirst.shared.page.PageRequest;
import dev.standfirst.shared.sql.Queries;
import dev.standfirst.shared.sql.Row;
import dev.standfirst.shared.sql.Sql;
import dev.standfirst.shared.text.Ref;
import dev.standfirst.tag.TagKind;
import jakarta.inject.Singleton;
import java.sql.SQLException;
import java.time.Instant;
import java.util.Optional;

/** Reads the tags that live articles have; any other would tell of a story before its time. */
@Singleton
final class DeliveredTags {
    private final Lists lists;
    private final Queries queries;

    DeliveredTags(Lists lists, Queries queries) {
        this.lists = lists;
        this.queries = queries;
    }

    Page<DeliveredTag> page(TagQuery query, PageRequest request, Instant now) {
        Sql from = Sql.of("from tag where")
                .then(hasLive(now))
                .andIf(
                        "tag.kind = ?",
                        query.kind() == null ? null : query.kind().name());
        return lists.page(request, query.order(), columns(query.counts(), now), from, DeliveredTags::tag);
    }

    Optional<DeliveredTag> find(Ref ref, boolean counts, Instant now) {
        Sql sql = Sql.of("select")
                .then(columns(counts, now))
                .then("from tag where")
                .then(ref.condition("tag"))
                .then("and")
                .then(hasLive(now));
        return queries.first(sql, DeliveredTags::tag);
    }

    /**
     * The columns of a tag, with the number of its live articles or without. They are counted along the index of the tag's articles by
     * date; the few of all tags that have ended are looked up once for a statement.
     */
    private static Sql columns(boolean counts, Instant now) {
        return counts ? Sql.of("""
                        tag.*,
                        (select count(*) from article_tag where tag_id = tag.id and published_at <= ? and article_id not in
                          (select id from article where status = 'PUBLISHED' and unpublish_at <= ?)) article_count""", now, now) : Sql.of("tag.*, null article_count");
    }

    private static Sql hasLive(Instant now) {
        return Sql.of("exists (").then(liveOnes(now)).then(")");
    }

    /** The statement that gives a row for each live article of the row of {@code tag} around it. */
    static Sql liveOnes(Instant now) {
        return Sql.of("""
                        select true from article_tag join article on article.id = article_tag.article_id
                        where article_tag.tag_id = tag.id and article_tag.published_at <= ? and""", now).then(Live.condition(now));
    }

    private static DeliveredTag tag(Row row) throws SQLException {
        return new DeliveredTag(
                row.uuid("id"),
                row.text("slug"),
                row.text("name"),
                row.textOrNull("description"),
                row.constant("kind", TagKind.class),
                row.freeForm("custom"),
                row.bigintOrNull("article_count"));
    }
}
