package dev.standfirst.article;

import dev.standfirst.shared.sql.Queries;
import dev.standfirst.shared.sql.Sql;
import jakarta.inject.Singleton;
import java.time.Clock;
import java.time.Instant;
import java.util.Optional;
import org.jspecify.annotations.Nullable;

/** What is live: a question of time, asked anew each time, and not of a timer. */
@Singleton
public final class Live {
    private final Queries queries;
    private final Moments moments;
    private final Clock clock;

    Live(Queries queries, Moments moments, Clock clock) {
        this.queries = queries;
        this.moments = moments;
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
     * The next moment at which time alone makes any story come, go or change. To be asked before anything is read: working copies that are due
     * are published first, so that nobody reads what they replace.
     *
     * <p>The moment asked for is a row, so that PostgreSQL plans the statement once: a plan for the true value of a parameter always looks
     * cheaper to it than one for any value, and planning anew takes longer than the two looks into an index.
     */
    public Optional<Instant> nextMoment(Instant now) {
        Sql sql = Sql.of("""
                with moment as materialized (select ? now)
                select least(
                  (select min(published_at) from article where status = 'PUBLISHED' and published_at > moment.now),
                  (select min(unpublish_at) from article where status = 'PUBLISHED' and unpublish_at > moment.now),
                  (select min(publish_at) from working_copy where publish_at > moment.now)) next,
                  exists (select from working_copy where publish_at <= moment.now) due
                from moment""", now);
        Moment moment = queries.one(sql, row -> new Moment(row.instantOrNull("next"), row.flag("due")));
        if (moment.due()) {
            moments.publishCopies();
        }
        return Optional.ofNullable(moment.next());
    }

    private record Moment(@Nullable Instant next, boolean due) {}
}
