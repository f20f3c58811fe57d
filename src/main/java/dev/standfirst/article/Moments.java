package dev.standfirst.article;

import dev.standfirst.shared.text.Ref;
import io.quarkus.narayana.jta.QuarkusTransaction;
import jakarta.inject.Singleton;
import java.time.Clock;
import java.time.Instant;
import java.util.List;
import java.util.UUID;
import org.jboss.logging.Logger;

/**
 * The moments at which time alone does something to articles: they go live, they end, their working copies are published. Readers see that at
 * once, whether or not the log has been told.
 */
@Singleton
public class Moments {
    private static final Logger LOG = Logger.getLogger(Moments.class);

    private final Articles articles;
    private final ArticleStore store;
    private final Clock clock;

    Moments(Articles articles, ArticleStore store, Clock clock) {
        this.articles = articles;
        this.store = store;
        this.clock = clock;
    }

    /** A moment of an article that has come, and of which the log does not tell yet. */
    public record Due(UUID article, Instant moment) {}

    /** Finds the moments that have come and of which the log does not tell yet, in their order. */
    public List<Due> due() {
        return articles.due(clock.instant());
    }

    /** Publishes and tells, in a transaction of its own, what an article has due at a moment; once, whoever comes first. */
    public void tell(Due due) {
        QuarkusTransaction.requiringNew().run(() -> store.caughtUp(Ref.of(due.article()), due.moment()));
    }

    /**
     * Publishes the working copies whose moment has come.
     *
     * @return whether any was published
     */
    boolean publishCopies() {
        boolean any = false;
        for (Due due : articles.dueCopies(clock.instant())) {
            try {
                tell(due);
                any = true;
            } catch (RuntimeException e) {
                // One that cannot be published must not take the others, and all of delivery, with it.
                LOG.errorf(e, "The working copy of the article %s is due, and cannot be published", due.article());
            }
        }
        return any;
    }
}
