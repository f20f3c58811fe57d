package dev.standfirst.article;

import dev.standfirst.access.Actor;
import dev.standfirst.change.ChangeLog;
import jakarta.enterprise.context.ApplicationScoped;
import jakarta.transaction.Transactional;
import java.time.Clock;
import java.time.Instant;
import java.util.List;
import java.util.UUID;

/** Brings the bodies that older rules derived up to date. */
@ApplicationScoped
public class DerivationService {
    private final Articles articles;
    private final ChangeLog changes;
    private final Clock clock;

    DerivationService(Articles articles, ChangeLog changes, Clock clock) {
        this.articles = articles;
        this.changes = changes;
        this.clock = clock;
    }

    /** Says how far they are. */
    public DerivationProgress progress() {
        return articles.derivationProgress();
    }

    /** Finds articles with outdated bodies, in the order of their ids, behind the one of the id. */
    public List<UUID> outdated(UUID after, int atMost) {
        return articles.outdated(after, atMost);
    }

    /**
     * Derives the bodies of some articles anew, whole or not at all. To its writers the article stays as it was: version and {@code updatedAt}
     * do not change. An article that somebody is writing just now is left for later, or will be up to date by then; so any number of
     * nodes may do this at once.
     *
     * @return how many; the others are up to date, or are being written
     */
    @Transactional
    public int bringUpToDate(List<UUID> ids) {
        List<Article> outdated = articles.lockOutdated(ids);
        Instant now = clock.instant();
        for (Article article : outdated) {
            WholeArticle whole = articles.whole(article);
            if (whole.deriveAnew(now)) {
                changes.append(Actor.system(), whole.change("article.derive", whole));
            }
        }
        return outdated.size();
    }

    /** Derives what was stored without what is derived from it; to nobody that is a change. */
    @Transactional(Transactional.TxType.MANDATORY)
    public void complete(UUID article) {
        articles.derive(article);
    }
}
