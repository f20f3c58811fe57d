package dev.standfirst.comment.thread;

import com.fasterxml.jackson.core.type.TypeReference;
import dev.standfirst.article.Live;
import dev.standfirst.comment.CommentSettings;
import dev.standfirst.shared.page.Lists;
import dev.standfirst.shared.page.Order;
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
import java.util.Objects;
import java.util.Optional;
import java.util.UUID;

/** Reads threads of comments, with the same number of statements however many there are. */
@Singleton
final class Threads {
    private static final TypeReference<ShownComment> COMMENT = new TypeReference<>() {};
    private static final TypeReference<List<ShownComment>> COMMENTS = new TypeReference<>() {};

    private static final String FROM = "from comment left join comment parent on parent.id = comment.parent_id where";

    /** The first replies of a comment at the top, of which there are at most a given number. */
    private static final String REPLIES = """
            (select coalesce(json_agg(reply order by path), '[]') from (
               select %s reply, comment.path %s
               comment.root_id = top.id and comment.parent_id is not null and comment.shown
               order by comment.path limit ?) replies) replies""".formatted(ShownComment.JSON, FROM);

    private static final Order IN_THREAD = Order.ascending("comment.path", "comment.id", Order.Kind.TEXT);

    /** The digits of paths come before it. */
    private static final String BEHIND_DIGITS = "g";

    private final Lists lists;
    private final Queries queries;
    private final CommentSettings settings;

    Threads(Lists lists, Queries queries, CommentSettings settings) {
        this.lists = lists;
        this.queries = queries;
        this.settings = settings;
    }

    /** Finds the id of a live article. */
    Optional<UUID> article(Ref ref, Instant now) {
        Sql sql = Sql.of("select article.id from article where")
                .then(ref.condition("article"))
                .then("and")
                .then(Live.condition(now));
        return queries.first(sql, row -> row.uuid("id"));
    }

    /** Reads a page of an article's comments. */
    Page<PublicComment> page(UUID article, ThreadQuery query, PageRequest request) {
        if (!query.isTree()) {
            Sql from = Sql.of(FROM).then("comment.article_id = ? and comment.shown", article);
            return lists.page(request, query.order(), ShownComment.JSON + " shown", from, Threads::alone);
        }
        int wanted = query.replies();
        // The comment at the top answers nothing; it is joined with itself for the replies, in which the names mean
        // those.
        Sql columns = Sql.of(ShownComment.JSON + " shown,").then(REPLIES, wanted + 1);
        Sql from = Sql.of("""
                from comment join comment top on top.id = comment.id left join comment parent on false
                where comment.article_id = ? and comment.shown and comment.parent_id is null""", article);
        return lists.page(request, query.order(), columns, from, row -> tree(row, wanted));
    }

    /** A comment that is shown below a live article. */
    record Found(ShownComment comment, UUID root) {}

    Optional<Found> find(UUID id, Instant now) {
        Sql sql = Sql.of("select comment.root_id, " + ShownComment.JSON + " shown")
                .then("from comment join article on article.id = comment.article_id")
                .then("left join comment parent on parent.id = comment.parent_id")
                .then("where comment.id = ? and comment.shown and", id)
                .then(Live.condition(now));
        return queries.first(sql, row -> new Found(row.json("shown", COMMENT), row.uuid("root_id")));
    }

    /** Reads a page of all that hangs on a comment, each before those that answer it. */
    Page<PublicComment> replies(Found above, PageRequest request) {
        String path = above.comment().path();
        Sql from = Sql.of(FROM)
                .then("comment.root_id = ? and comment.parent_id is not null and comment.shown", above.root())
                .then("and comment.path > ? and comment.path < ?", path, path + BEHIND_DIGITS);
        return lists.page(request, IN_THREAD, ShownComment.JSON + " shown", from, Threads::alone);
    }

    /** Counts the comments that are shown of those of the articles that are live, in the order in which they are asked for. */
    List<CommentCounts.OfArticle> counts(List<Ref> refs, Instant now) {
        Sql sql = Sql.of(
                        """
                select article.id, article.slug, coalesce(comment_thread.approved, 0) approved
                from article left join comment_thread on comment_thread.article_id = article.id
                where (article.id = any (?) or article.slug = any (?)) and""",
                        refs.stream().map(Ref::id).filter(Objects::nonNull).toArray(UUID[]::new),
                        refs.stream().map(Ref::slug).toArray(String[]::new))
                .then(Live.condition(now));
        List<CommentCounts.OfArticle> found = queries.list(
                sql, row -> new CommentCounts.OfArticle(row.uuid("id"), row.text("slug"), row.integer("approved")));
        return refs.stream()
                .flatMap(ref -> found.stream().filter(one -> one.isOf(ref)))
                .distinct()
                .toList();
    }

    private static PublicComment alone(Row row) throws SQLException {
        return row.json("shown", COMMENT).alone();
    }

    private PublicComment tree(Row row, int wanted) throws SQLException {
        ShownComment top = row.json("shown", COMMENT);
        List<ShownComment> replies = row.json("replies", COMMENTS);
        List<ShownComment> first = replies.subList(0, Math.min(wanted, replies.size()));
        ShownComment last = first.isEmpty() ? top : first.get(first.size() - 1);
        String more = replies.size() > wanted
                ? Lists.onwards("/v1/comments/" + top.id() + "/replies", last.path(), last.id())
                : null;
        return CommentTree.of(top, first, settings.levels(), more);
    }
}
