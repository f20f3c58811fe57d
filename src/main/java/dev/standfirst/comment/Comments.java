package dev.standfirst.comment;

import com.fasterxml.jackson.core.type.TypeReference;
import dev.standfirst.comment.spam.Reason;
import dev.standfirst.shared.http.IpAddress;
import dev.standfirst.shared.idempotency.IdempotencyService;
import dev.standfirst.shared.page.Lists;
import dev.standfirst.shared.page.Page;
import dev.standfirst.shared.page.PageRequest;
import dev.standfirst.shared.signature.SigningKey;
import dev.standfirst.shared.sql.Queries;
import dev.standfirst.shared.sql.Row;
import dev.standfirst.shared.sql.Sql;
import io.quarkus.hibernate.orm.panache.PanacheRepositoryBase;
import jakarta.enterprise.context.ApplicationScoped;
import jakarta.persistence.LockModeType;
import java.sql.SQLException;
import java.time.Instant;
import java.util.Collection;
import java.util.List;
import java.util.Optional;
import java.util.UUID;
import org.jspecify.annotations.Nullable;

/** Every query on comments of the desk. */
@ApplicationScoped
class Comments implements PanacheRepositoryBase<Comment, UUID> {
    private static final TypeReference<List<Reason>> REASONS = new TypeReference<>() {};
    private static final TypeReference<CommentView.Earlier> EARLIER = new TypeReference<>() {};
    private static final TypeReference<CommentView.Below> ARTICLE = new TypeReference<>() {};

    /** Of an address the desk sees the network, which is enough to tell that two comments came from one place. */
    private static final String VIEW = """
            comment.*, sender.email, sender.user_agent,
            host(sender.ip) ip,
            (select json_build_object('id', article.id, 'slug', article.slug, 'title', article.title)
             from article where article.id = comment.article_id) article,
            (select json_build_object(
               'approved', count(*) filter (where other.status = 'APPROVED'),
               'pending', count(*) filter (where other.status = 'PENDING'),
               'spam', count(*) filter (where other.status = 'SPAM'),
               'trash', count(*) filter (where other.status = 'TRASH'))
             from (select comment_id from comment_sender where email = sender.email limit 1000) same
             join comment other on other.id = same.comment_id where other.id <> comment.id) earlier""";

    static final String FROM =
            "from comment left join comment_sender sender on sender.comment_id = comment.id where true";

    private final Lists lists;
    private final Queries queries;
    private final IdempotencyService answers;
    private final SigningKey key;

    Comments(Lists lists, Queries queries, IdempotencyService answers, SigningKey key) {
        this.lists = lists;
        this.queries = queries;
        this.answers = answers;
        this.key = key;
    }

    Page<CommentView> page(CommentFilter filter, CommentSort sort, PageRequest request) {
        return lists.page(request, sort.order(), VIEW, Sql.of(FROM).then(filter.condition()), Comments::view);
    }

    Page<CommentView> page(CommentSearch search, CommentSort sort, PageRequest request) {
        Sql from = Sql.of(FROM).then(search.condition());
        return lists.page(request, search.bindingWith(key), sort.order(), Sql.of(VIEW), from, Comments::view);
    }

    Optional<CommentView> read(UUID id) {
        return queries.first(Sql.of("select " + VIEW).then(FROM).then("and comment.id = ?", id), Comments::view);
    }

    /** Makes those take turns who write comments of an article, so that the numbers of its threads are right. */
    void takeTurn(UUID article) {
        getEntityManager()
                .createNativeQuery(
                        "insert into comment_thread (article_id, approved) values (?1, 0) on conflict do nothing")
                .setParameter(1, article)
                .executeUpdate();
        queries.one(Sql.of("select 1 from comment_thread where article_id = ? for update", article), row -> true);
    }

    /** Finds comments by their ids and keeps them, and the numbers of their articles, from being changed by others; in a fixed order. */
    List<Comment> lock(Collection<UUID> ids) {
        if (ids.isEmpty()) {
            return List.of();
        }
        Sql articles = Sql.of("select distinct article_id from comment where id = any (?) order by article_id", (Object)
                ids.toArray(UUID[]::new));
        queries.list(articles, row -> row.uuid("article_id")).forEach(this::takeTurn);
        return find("id in ?1 order by id", ids)
                .withLock(LockModeType.PESSIMISTIC_WRITE)
                .list();
    }

    Optional<Comment> lock(UUID id) {
        return lock(List.of(id)).stream().findFirst();
    }

    Optional<CommentSender> sender(UUID comment) {
        return Optional.ofNullable(getEntityManager().find(CommentSender.class, comment));
    }

    void persist(Comment comment, CommentSender sender) {
        persist(comment);
        getEntityManager().persist(sender);
    }

    void forget(CommentSender sender) {
        getEntityManager().remove(sender);
    }

    /** Deletes what is written in comments and how to reach who wrote them, here and in answers that are kept to be given again. */
    void wipe(List<Comment> comments) {
        if (comments.isEmpty()) {
            return;
        }
        for (Comment comment : comments) {
            comment.wipe();
            sender(comment.id).ifPresent(this::forget);
        }
        answers.forget(comments.stream().map(comment -> "%" + comment.id + "%").toArray(String[]::new));
    }

    /** Counts one more approved comment, or one less, for its article and for all comments that it hangs on. */
    void count(Comment comment, int more) {
        getEntityManager()
                .createNativeQuery("update comment_thread set approved = approved + ?1 where article_id = ?2")
                .setParameter(1, more)
                .setParameter(2, comment.articleId)
                .executeUpdate();
        if (comment.parentId != null) {
            getEntityManager()
                    .createNativeQuery("""
                            with recursive above as (
                                select id, parent_id from comment where id = ?1
                                union all
                                select comment.id, comment.parent_id from comment join above on comment.id = above.parent_id)
                            update comment set replies = replies + ?2 where id in (select id from above)""")
                    .setParameter(1, comment.parentId)
                    .setParameter(2, more)
                    .executeUpdate();
        }
    }

    /** Says whether a comment is approved, by a moderator or for who is known by one that is, and came from an address, not before a moment. */
    boolean isApproved(UUID comment, String email, Instant since) {
        Sql sql = Sql.of("""
                select 1 from comment join comment_sender on comment_id = id
                where id = ? and status = 'APPROVED' and vouched and email = ? and created_at >= ?""", comment, email, since);
        return queries.first(sql, row -> true).isPresent();
    }

    /** The ids of comments that a filter keeps, in their order; no more than so many. */
    List<UUID> ids(CommentFilter filter, Collection<UUID> among, int atMost) {
        Sql sql = Sql.of("select comment.id")
                .then(FROM)
                .then(filter.condition())
                .andIf("comment.id = any (?)", among.isEmpty() ? null : among.toArray(UUID[]::new))
                .then("order by comment.id limit ?", atMost);
        return queries.list(sql, row -> row.uuid("id"));
    }

    /** Forgets from where older comments were sent, passing over what somebody else holds; says of how many. */
    int forgetOrigins(Instant sentBefore, int atMost) {
        return getEntityManager()
                .createNativeQuery("""
                        update comment_sender set ip = null, user_agent = null where comment_id in (
                            select comment_id from comment_sender join comment on comment.id = comment_id
                            where (ip is not null or user_agent is not null) and comment.created_at < ?1
                            limit ?2 for update of comment_sender skip locked)""")
                .setParameter(1, sentBefore)
                .setParameter(2, atMost)
                .executeUpdate();
    }

    /** Finds comments that were rejected before a moment and not touched since, and keeps them from being changed. */
    List<Comment> lockRejected(Instant touchedBefore, int atMost) {
        Sql ids = Sql.of(
                "select id from comment where status in ('SPAM', 'TRASH') and updated_at < ? order by id limit ?",
                touchedBefore,
                atMost);
        return lock(queries.list(ids, row -> row.uuid("id"))).stream()
                .filter(comment -> comment.isRejected() && comment.updatedAt.isBefore(touchedBefore))
                .toList();
    }

    /** Deletes some of the gaps that nothing hangs on any more, and that nobody touched since a moment; says how many. */
    int deleteGaps(Instant touchedBefore, int atMost) {
        return getEntityManager()
                .createNativeQuery("""
                        delete from comment where id in (
                            select id from comment where status = 'DELETED' and updated_at < ?1
                            and not exists (select from comment reply where reply.parent_id = comment.id)
                            order by id limit ?2 for update skip locked)""")
                .setParameter(1, touchedBefore)
                .setParameter(2, atMost)
                .executeUpdate();
    }

    /** Counts those of the comments on which a decision would change something. */
    int countChanged(List<UUID> ids, Decision decision) {
        Sql sql = Sql.of("select status, count(*) number from comment where id = any (?) group by status", (Object)
                ids.toArray(UUID[]::new));
        return queries
                .list(
                        sql,
                        row -> decision.changes(row.constant("status", CommentStatus.class))
                                ? row.integer("number")
                                : 0)
                .stream()
                .mapToInt(Integer::intValue)
                .sum();
    }

    private static @Nullable String masked(@Nullable String ip) {
        return ip == null ? null : IpAddress.parse(ip).map(IpAddress::masked).orElse(null);
    }

    private static CommentView view(Row row) throws SQLException {
        return new CommentView(
                row.uuid("id"),
                row.json("article", ARTICLE),
                row.constant("status", CommentStatus.class),
                row.uuidOrNull("parent_id"),
                new CommentView.Writer(
                        row.textOrNull("author_name"),
                        row.textOrNull("email"),
                        row.textOrNull("author_url"),
                        row.flag("staff")),
                row.textOrNull("source"),
                row.textOrNull("html"),
                row.textOrNull("text"),
                masked(row.textOrNull("ip")),
                row.textOrNull("user_agent"),
                row.integer("score"),
                row.json("reasons", REASONS),
                row.json("earlier", EARLIER),
                row.integer("replies"),
                row.textOrNull("decided_by"),
                row.instantOrNull("decided_at"),
                row.instant("created_at"),
                row.instantOrNull("edited_at"),
                row.instant("updated_at"),
                row.bigint("version"));
    }
}
