package dev.standfirst.article;

import dev.standfirst.access.Actor;
import dev.standfirst.change.ChangeLog;
import jakarta.enterprise.context.ApplicationScoped;
import jakarta.transaction.Transactional;
import java.util.List;

/** Brings the bodies that older rules derived up to date. */
@ApplicationScoped
public class DerivationService {
    private final Articles articles;
    private final ChangeLog changes;

    DerivationService(Articles articles, ChangeLog changes) {
        this.articles = articles;
        this.changes = changes;
    }

    /** Says how far they are. */
    public DerivationProgress progress() {
        return articles.derivationProgress();
    }

    /**
     * Derives some outdated bodies anew, whole or not at all. To its writers the article stays as it was: version and {@code updatedAt}
     * do not change. An article that somebody is writing just now is left for later, or will be up to date by then; so any number of
     * nodes may do this at once.
     *
     * @return how many; none when all are up to date, or the rest is being written
     */
    @Transactional
    public int bringUpToDate(int atMost) {
        List<Article> outdated = articles.lockOutdated(atMost);
        for (Article article : outdated) {
            WholeArticle whole = articles.whole(article);
            if (whole.deriveAnew()) {
                changes.append(Actor.system(), whole.change("article.derive", whole));
            }
        }
        return outdated.size();
    }
}
