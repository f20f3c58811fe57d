package dev.standfirst.delivery;

import dev.standfirst.article.Live;
import dev.standfirst.redirect.RedirectKind;
import dev.standfirst.redirect.SitePath;
import dev.standfirst.redirect.TargetType;
import dev.standfirst.shared.page.Lists;
import dev.standfirst.shared.page.Page;
import dev.standfirst.shared.page.PageRequest;
import dev.standfirst.shared.sql.Queries;
import dev.standfirst.shared.sql.Row;
import dev.standfirst.shared.sql.Sql;
import jakarta.inject.Singleton;
import java.sql.SQLException;
import java.time.Instant;
import java.util.Optional;
import org.jspecify.annotations.Nullable;

/** Reads where old addresses lead: to what is live now; any other would tell of a story before its time. */
@Singleton
final class DeliveredRedirects {
    private static final String COLUMNS =
            "redirect.*, coalesce(article.slug, tag.slug, author.slug, collection.slug) target_slug";

    private static final String FROM = """
            from redirect
            left join article on redirect.target_type = 'ARTICLE' and article.id = redirect.target_id
            left join tag on redirect.target_type = 'TAG' and tag.id = redirect.target_id
            left join author on redirect.target_type = 'AUTHOR' and author.id = redirect.target_id
            left join collection on redirect.target_type = 'COLLECTION' and collection.id = redirect.target_id
            where""";

    private final Lists lists;
    private final Queries queries;

    DeliveredRedirects(Lists lists, Queries queries) {
        this.lists = lists;
        this.queries = queries;
    }

    Page<DeliveredRedirect> page(RedirectQuery query, PageRequest request, Instant now) {
        Sql from = Sql.of(FROM)
                .then("redirect.was_public and")
                .then(leads(now))
                .andIf(
                        "redirect.kind = ?",
                        query.kind() == null ? null : query.kind().name());
        return lists.page(request, RedirectQuery.OLDEST_FIRST, COLUMNS, from, DeliveredRedirects::redirect);
    }

    /** Where a path leads: nowhere if the target is null, and then maybe because that was public and is gone. */
    record Resolved(@Nullable DeliveredTarget target, boolean isGone) {}

    Optional<Resolved> resolve(SitePath path, Instant now) {
        Sql sql = Sql.of("select " + COLUMNS + ",")
                .then(leads(now))
                .then("""
                        leads, redirect.target_type = 'ARTICLE'
                        and (article.id is null or article.first_published_at is not null
                             or (article.status = 'PUBLISHED' and article.published_at <= ?)) was_live""", now)
                .then(FROM)
                .then("redirect.kind = ? and redirect.source = ?", RedirectKind.PATH.name(), path.compared());
        return queries.first(sql, row -> new Resolved(row.flag("leads") ? target(row) : null, row.flag("was_live")));
    }

    /** The condition that it leads somewhere. Not by EXISTS, which the planner may answer by first gathering all that have a live one. */
    private static Sql leads(Instant now) {
        return Sql.of("(redirect.target_type = 'LOCATION' or collection.id is not null or (article.id is not null and")
                .then(Live.condition(now))
                .then(") or (tag.id is not null and (")
                .then(DeliveredTags.liveOnes(now))
                .then("limit 1)) or (author.id is not null and (")
                .then(DeliveredAuthors.liveOnes(now))
                .then("limit 1)))");
    }

    private static DeliveredRedirect redirect(Row row) throws SQLException {
        return new DeliveredRedirect(row.constant("kind", RedirectKind.class), row.text("source"), target(row));
    }

    private static DeliveredTarget target(Row row) throws SQLException {
        return new DeliveredTarget(
                row.constant("target_type", TargetType.class),
                row.uuidOrNull("target_id"),
                row.textOrNull("target_slug"),
                row.textOrNull("location"));
    }
}
