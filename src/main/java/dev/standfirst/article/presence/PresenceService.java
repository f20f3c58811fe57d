package dev.standfirst.article.presence;

import dev.standfirst.access.Actor;
import dev.standfirst.article.ArticleService;
import dev.standfirst.shared.text.Ref;
import jakarta.enterprise.context.ApplicationScoped;
import jakarta.transaction.Transactional;
import java.time.Clock;
import java.time.Duration;
import java.time.Instant;
import java.util.UUID;

/** Knows who is editing. It warns, and keeps nobody from anything: versions do that. */
@ApplicationScoped
public class PresenceService {
    /** For how long somebody counts who said nothing more: four times the half minute in which it is to be said again. */
    private static final Duration REMEMBERED = Duration.ofMinutes(2);

    private final ArticleService articles;
    private final Editing editing;
    private final Clock clock;

    PresenceService(ArticleService articles, Editing editing, Clock clock) {
        this.articles = articles;
        this.editing = editing;
        this.clock = clock;
    }

    /** Tells who is editing an article; fails with {@code not-found}. */
    public Editors editors(Ref ref) {
        return new Editors(editing.of(articles.id(ref), clock.instant().minus(REMEMBERED)));
    }

    /** Takes note that somebody is editing an article, and tells who else is. */
    @Transactional
    public Editors edit(Ref ref, Actor actor) {
        UUID article = articles.id(ref);
        Instant now = clock.instant();
        editing.forget(article, now.minus(REMEMBERED));
        editing.write(article, actor, now);
        return new Editors(editing.of(article, now.minus(REMEMBERED)));
    }

    /** Takes note that somebody is no longer editing an article. */
    @Transactional
    public void leave(Ref ref, Actor actor) {
        editing.delete(articles.id(ref), actor);
    }
}
