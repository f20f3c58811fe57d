package dev.standfirst.article;

import dev.standfirst.shared.sql.Queries;
import dev.standfirst.shared.sql.Sql;
import jakarta.inject.Singleton;
import java.time.Clock;
import java.time.Instant;
import java.util.Optional;

/** What is live: a question of time, asked anew each time, and not of a timer. */
@Singleton
public final class Live {
    private final Queries queries;
    private final Clock clock;

    Live(Queries queries, Clock clock) {
        this.queries = queries;
        this.clock = clock;
    }

    public Instant now() {
        return clock.instant();
    }

    /** The condition that a row of {@code article} is live. */
    public static Sql condition(Instant now) {
        return Sql.of(condition("?"), now, now);
    }

    /** The same condition for a moment that the statement itself has: an expression, which stands there twice. */
    public static String condition(String moment) {
        return """
                article.status = 'PUBLISHED' and article.published_at <= %1$s
                and (article.unpublish_at is null or article.unpublish_at > %1$s)""".formatted(moment);
    }

    /**
     * The next moment at which time alone makes any story come or go.
     *
     * <p>The moment asked for is a row, so that PostgreSQL plans the statement once: a plan for the true value of a parameter always looks
     * cheaper to it than one for any value, and planning anew takes longer than the two looks into an index.
     */
    public Optional<Instant> nextMoment(Instant now) {
        Sql sql = Sql.of("""
                with moment as materialized (select ? now)
                select least(
                  (select min(published_at) from article where status = 'PUBLISHED' and published_at > moment.now),
                  (select min(unpublish_at) from article where status = 'PUBLISHED' and unpublish_at > moment.now)) next
                from moment""", now);
        return queries.list(sql, row -> Optional.ofNullable(row.instantOrNull("next")))
                .get(0);
    }
}
