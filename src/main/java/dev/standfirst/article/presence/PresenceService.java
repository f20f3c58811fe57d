package dev.standfirst.article.presence;

import dev.standfirst.access.Actor;
import dev.standfirst.article.ArticleService;
import dev.standfirst.shared.sql.Queries;
import dev.standfirst.shared.sql.Sql;
import dev.standfirst.shared.text.Ref;
import jakarta.enterprise.context.ApplicationScoped;
import jakarta.persistence.EntityManager;
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
    private final EntityManager entities;
    private final Queries queries;
    private final Clock clock;

    PresenceService(ArticleService articles, EntityManager entities, Queries queries, Clock clock) {
        this.articles = articles;
        this.entities = entities;
        this.queries = queries;
        this.clock = clock;
    }

    /** Tells who is editing an article; fails with {@code not-found}. */
    public Editors editors(Ref ref) {
        return of(articles.id(ref));
    }

    private Editors of(UUID article) {
        Sql sql = Sql.of(
                "select * from editing where article_id = ? and at > ? order by since, actor_id",
                article,
                clock.instant().minus(REMEMBERED));
        return new Editors(queries.list(
                sql,
                row -> new Editor(
                        row.uuid("actor_id"), row.text("actor_name"), row.instant("since"), row.instant("at"))));
    }

    /** Takes note that somebody is editing an article, and tells who else is. */
    @Transactional
    public Editors edit(Ref ref, Actor actor) {
        UUID article = articles.id(ref);
        Instant now = clock.instant();
        entities.createNativeQuery("delete from editing where article_id = ?1 and at <= ?2")
                .setParameter(1, article)
                .setParameter(2, now.minus(REMEMBERED))
                .executeUpdate();
        entities.createNativeQuery("""
                        insert into editing (article_id, actor_id, actor_name, since, at) values (?1, ?2, ?3, ?4, ?4)
                        on conflict (article_id, actor_id) do update set at = excluded.at, actor_name = excluded.actor_name""")
                .setParameter(1, article)
                .setParameter(2, actor.id())
                .setParameter(3, actor.name())
                .setParameter(4, now)
                .executeUpdate();
        return of(article);
    }

    /** Takes note that somebody is no longer editing an article. */
    @Transactional
    public void leave(Ref ref, Actor actor) {
        entities.createNativeQuery("delete from editing where article_id = ?1 and actor_id = ?2")
                .setParameter(1, articles.id(ref))
                .setParameter(2, actor.id())
                .executeUpdate();
    }
}
