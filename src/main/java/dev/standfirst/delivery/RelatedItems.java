package dev.standfirst.delivery;

import dev.standfirst.article.Live;
import dev.standfirst.article.Relation;
import dev.standfirst.shared.sql.Queries;
import dev.standfirst.shared.sql.Row;
import dev.standfirst.shared.sql.Sql;
import dev.standfirst.shared.text.Ref;
import jakarta.inject.Singleton;
import java.sql.SQLException;
import java.time.Instant;
import java.util.List;
import java.util.Optional;
import org.jspecify.annotations.Nullable;

/**
 * Reads what is related to a live article: what an editor chose, then suggestions.
 *
 * <p>The work is bounded however many stories there are, and however many of them have ended: every walk along an index stops at a number
 * of rows, before anything else is asked of them. Decision 12 has the plan.
 */
@Singleton
final class RelatedItems {
    /** So many of the article's tags are looked at, the rarest. */
    private static final int TAGS = 10;

    /** From so many stories on, a tag counts as common, and is not counted further. */
    private static final int COMMON = 500;

    /** So many of the newest stories of each tag, and of the language, are candidates. */
    private static final int WINDOW = 100;

    /** The links of the editor, but for those to articles that are not live. */
    private static final String CHOSEN = """
            select article_related.* from story join article_related on article_related.article_id = story.id
            left join article on article.id = article_related.target_id
            where article_related.target_id is null or %s
            order by article_related.place limit (select wanted from story)""".formatted(Live.condition("story.moment"));

    /** The rarest tags of the story, and what it weighs to share one: whole thousandths, as their sum is the same in any order. */
    private static final String SHARED = """
            select article_tag.tag_id, round(1000 * ln(1 + %1$d / rarity.stories::float8))::bigint weight
            from story join article_tag on article_tag.article_id = story.id
            cross join lateral (
              select count(*) stories from (
                select from article_tag other
                where other.tag_id = article_tag.tag_id and other.published_at <= story.moment limit %1$d) counted) rarity
            order by rarity.stories, article_tag.tag_id limit %2$d""".formatted(COMMON, TAGS);

    /** The newest stories with each of those tags, and the newest in the language, which weigh nothing. */
    private static final String CANDIDATE = """
            select id, published_at, sum(weight)::bigint score from (
              select newest.article_id id, newest.published_at, shared.weight
              from story cross join shared cross join lateral (
                select article_id, published_at from article_tag
                where tag_id = shared.tag_id and published_at <= story.moment
                order by published_at desc, article_id desc limit %1$d) newest
              union all
              select newest.id, newest.published_at, 0
              from story cross join lateral (
                select id, published_at from article
                where language = story.language and status = 'PUBLISHED' and published_at <= story.moment
                order by published_at desc, id desc limit %1$d) newest) known
            group by id, published_at""".formatted(WINDOW);

    /** The best candidates, as many as there is room for: each is looked up in turn, until enough of them are live. */
    private static final String SUGGESTED = """
            select ranked.id, ranked.score
            from story cross join (select * from candidate order by score desc, published_at desc, id desc) ranked
            cross join lateral (
              select from article where article.id = ranked.id and article.language = story.language and %s offset 0) live
            where ranked.id <> story.id
            and not exists (select from article_related where article_id = story.id and target_id = ranked.id)
            order by ranked.score desc, ranked.published_at desc, ranked.id desc
            limit (select wanted - (select count(*) from chosen) from story)""".formatted(Live.condition("story.moment"));

    private final Queries queries;

    RelatedItems(Queries queries) {
        this.queries = queries;
    }

    /**
     * Reads all with one statement; nothing where the article is not live.
     *
     * <p>What is asked for is a row, {@code story}, and not a parameter of each part: so PostgreSQL plans the statement once. A plan for the
     * true value of a parameter always looks cheaper to it than one for any value, and planning anew takes as long as all the rest.
     */
    Optional<DeliveredRelated> find(Ref ref, RelatedQuery query, Instant now) {
        Teasers teasers = Teasers.including(query.include());
        Sql sql = Sql.of(
                        "with story as materialized (select article.id, article.language, ? moment, ? wanted",
                        now,
                        query.limit())
                .then("from article where")
                .then(ref.condition("article"))
                .then("and")
                .then(Live.condition(now))
                .then("""
                        ), chosen as materialized (%s
                        ), shared as (%s
                        ), candidate as (%s
                        ), suggested as (%s
                        )""".formatted(CHOSEN, SHARED, CANDIDATE, SUGGESTED))
                .then("select item.*, " + teasers.columns())
                .then("""
                        from story left join (
                          select place, relation, target_id, url, title link_title, publisher, null::bigint score from chosen
                          union all
                          select null, 'MORE', id, null, null, null, score from suggested) item on true
                        left join article on article.id = item.target_id
                        order by item.place, item.score desc, article.published_at desc, article.id desc""");
        List<Optional<DeliveredRelated.Item>> rows = queries.list(sql, row -> item(row, teasers));
        return rows.isEmpty()
                ? Optional.empty()
                : Optional.of(new DeliveredRelated(
                        rows.stream().flatMap(Optional::stream).toList()));
    }

    private static Optional<DeliveredRelated.Item> item(Row row, Teasers teasers) throws SQLException {
        String relation = row.textOrNull("relation");
        if (relation == null) { // the article is live, and nothing else is
            return Optional.empty();
        }
        return Optional.of(new DeliveredRelated.Item(
                row.integerOrNull("place") == null ? DeliveredRelated.Origin.SUGGESTED : DeliveredRelated.Origin.CHOSEN,
                Relation.valueOf(relation),
                row.uuidOrNull("target_id") == null ? null : teasers.read(row),
                link(row)));
    }

    private static DeliveredRelated.@Nullable Link link(Row row) throws SQLException {
        String url = row.textOrNull("url");
        return url == null ? null : new DeliveredRelated.Link(url, row.text("link_title"), row.textOrNull("publisher"));
    }
}
