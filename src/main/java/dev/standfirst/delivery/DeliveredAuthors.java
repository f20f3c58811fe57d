package dev.standfirst.delivery;

import com.fasterxml.jackson.core.type.TypeReference;
import dev.standfirst.article.Live;
import dev.standfirst.shared.media.Image;
import dev.standfirst.shared.page.Lists;
import dev.standfirst.shared.page.Page;
import dev.standfirst.shared.page.PageRequest;
import dev.standfirst.shared.sql.Queries;
import dev.standfirst.shared.sql.Row;
import dev.standfirst.shared.sql.Sql;
import dev.standfirst.shared.text.Ref;
import jakarta.inject.Singleton;
import java.sql.SQLException;
import java.time.Instant;
import java.util.List;
import java.util.Optional;

/** Reads the authors of live articles; any other would tell of a story before its time. */
@Singleton
final class DeliveredAuthors {
    private static final TypeReference<Image> IMAGE = new TypeReference<>() {};
    private static final TypeReference<List<DeliveredAuthor.Link>> LINKS = new TypeReference<>() {};

    private final Lists lists;
    private final Queries queries;

    DeliveredAuthors(Lists lists, Queries queries) {
        this.lists = lists;
        this.queries = queries;
    }

    Page<DeliveredAuthor> page(AuthorQuery query, PageRequest request, Instant now) {
        Sql from = Sql.of("from author where").then(hasLive(now));
        return lists.page(request, query.order(), "author.*", from, DeliveredAuthors::author);
    }

    Optional<DeliveredAuthor> find(Ref ref, Instant now) {
        Sql sql = Sql.of("select author.* from author where")
                .then(ref.condition("author"))
                .then("and")
                .then(hasLive(now));
        return queries.first(sql, DeliveredAuthors::author);
    }

    private static Sql hasLive(Instant now) {
        return Sql.of("exists (").then(liveOnes(now)).then(")");
    }

    /** The statement that gives a row for each live article of the row of {@code author} around it. */
    static Sql liveOnes(Instant now) {
        return Sql.of("""
                        select true from article_author join article on article.id = article_author.article_id
                        where article_author.author_id = author.id and article_author.published_at <= ? and""", now).then(Live.condition(now));
    }

    private static DeliveredAuthor author(Row row) throws SQLException {
        return new DeliveredAuthor(
                row.uuid("id"),
                row.text("slug"),
                row.text("name"),
                row.textOrNull("bio"),
                row.jsonOrNull("image", IMAGE),
                row.json("links", LINKS),
                row.freeForm("custom"));
    }
}
