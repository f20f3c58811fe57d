package dev.standfirst.comment;

import dev.standfirst.article.CommentPolicy;
import dev.standfirst.article.Live;
import dev.standfirst.shared.sql.Queries;
import dev.standfirst.shared.sql.Row;
import dev.standfirst.shared.sql.Sql;
import dev.standfirst.shared.text.Ref;
import jakarta.inject.Singleton;
import java.sql.SQLException;
import java.time.Instant;
import java.util.Optional;
import java.util.UUID;
import org.jspecify.annotations.Nullable;

/** Reads which comments an article takes: by its own policy, else by the site's. */
@Singleton
public final class CommentRules {
    /** What holds where the site never chose. */
    static final CommentPolicy DEFAULT = CommentPolicy.FIRST;

    /** An expression for a statement on {@code article}: from when on it takes no comments. A day has 24 hours. */
    private static final String CLOSES_AT = """
            article.published_at + interval '24 hours' * coalesce(article.comments_close_after_days,
                (select close_after_days from comment_policy))""";

    /** The columns of a statement on {@code article} from which {@link #of} reads its rules. */
    public static final String COLUMNS = """
            article.id,
            coalesce(article.comment_policy, (select policy from comment_policy), '%s') comment_policy,
            %s comments_close_at""".formatted(DEFAULT, CLOSES_AT);

    /** An expression for a statement on {@code article}: when its rules last changed by themselves, of which its own row knows nothing. */
    public static String changedAt(String moment) {
        return """
                (select updated_at from comment_policy),
                (select closed from (select %1$s closed) closing where closed <= %2$s)""".formatted(CLOSES_AT, moment);
    }

    /** The column of a statement on {@code article} that holds how many of its comments are shown. */
    public static final String COUNT =
            "coalesce((select approved from comment_thread where article_id = article.id), 0) comment_count";

    private final Queries queries;

    CommentRules(Queries queries) {
        this.queries = queries;
    }

    /**
     * The rules of an article.
     *
     * @param article its id
     * @param closesAt from when on no comments are taken; null where they are for as long as it is live
     */
    public record Rules(
            UUID article, CommentPolicy policy, @Nullable Instant closesAt) {

        /** Whether comments are taken. */
        public boolean areOpen(Instant now) {
            return policy != CommentPolicy.CLOSED && (closesAt == null || closesAt.isAfter(now));
        }

        /** The next moment at which time closes it; null where time changes nothing. */
        public @Nullable Instant nextMoment(Instant now) {
            return areOpen(now) ? closesAt : null;
        }
    }

    /** Reads the rules of a live article. */
    Optional<Rules> find(Ref ref, Instant now) {
        return queries.first(statement(ref, now), CommentRules::of);
    }

    /** Reads the rules of a live article, and keeps it from being purged until the transaction ends. */
    Optional<Rules> keep(Ref ref, Instant now) {
        return queries.first(statement(ref, now).then("for key share of article"), CommentRules::of);
    }

    private static Sql statement(Ref ref, Instant now) {
        return Sql.of("select " + COLUMNS + " from article where")
                .then(ref.condition("article"))
                .then("and")
                .then(Live.condition(now));
    }

    /** Reads the rules of the article in a row. */
    public static Rules of(Row row) throws SQLException {
        return new Rules(
                row.uuid("id"),
                row.constant("comment_policy", CommentPolicy.class),
                row.instantOrNull("comments_close_at"));
    }
}
