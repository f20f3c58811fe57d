package dev.standfirst.article;

import dev.standfirst.shared.job.Attempts;
import dev.standfirst.shared.text.Ref;
import io.quarkus.narayana.jta.QuarkusTransaction;
import jakarta.inject.Singleton;
import jakarta.transaction.Status;
import java.time.Clock;
import java.time.Instant;
import java.util.List;
import java.util.UUID;

/**
 * The moments at which time alone does something to articles: they go live, they end, their working copies are published. Readers see that at
 * once, whether or not the log has been told.
 */
@Singleton
public class Moments {
    private final Articles articles;
    private final ArticleStore store;
    private final Clock clock;
    private final Attempts attempts;

    Moments(Articles articles, ArticleStore store, Clock clock) {
        this.articles = articles;
        this.store = store;
        this.clock = clock;
        this.attempts = new Attempts(clock);
    }

    /** A moment of an article that has come, and of which the log does not tell yet. */
    public record Due(UUID article, Instant moment) {}

    /** Finds the moments that have come and of which the log does not tell yet, in their order. */
    public List<Due> due() {
        return articles.due(clock.instant());
    }

    /**
     * Publishes and tells, in a transaction of its own, what an article has due at a moment; once, whoever comes first. One with which that
     * fails is logged and left alone for a while, so that it takes neither the others nor all of delivery with it.
     */
    public void tell(Due due) {
        attempts.at(
                due.article(),
                "The telling of what is due of the article",
                () -> QuarkusTransaction.requiringNew().run(() -> store.caughtUp(Ref.of(due.article()), due.moment())));
    }

    /**
     * Publishes the working copies whose moment has come. Within a transaction that is left to others: it may hold one of the articles, and what
     * it waits for would wait for it. What it locks itself is as time has made it.
     */
    void publishCopies() {
        if (QuarkusTransaction.getStatus() == Status.STATUS_NO_TRANSACTION) {
            articles.dueCopies(clock.instant()).forEach(this::tell);
        }
    }
}
