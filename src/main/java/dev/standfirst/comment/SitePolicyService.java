package dev.standfirst.comment;

import dev.standfirst.access.Actor;
import dev.standfirst.article.CommentPolicy;
import dev.standfirst.change.Change;
import dev.standfirst.change.ChangeLog;
import dev.standfirst.shared.http.IfMatch;
import dev.standfirst.shared.sql.Queries;
import dev.standfirst.shared.sql.Sql;
import dev.standfirst.shared.sql.Turns;
import jakarta.enterprise.context.ApplicationScoped;
import jakarta.persistence.EntityManager;
import jakarta.transaction.Transactional;
import java.time.Clock;
import java.util.Set;

/** Reads and writes the site's policy on comments. */
@ApplicationScoped
public class SitePolicyService {
    private final EntityManager entities;
    private final Queries queries;
    private final Turns turns;
    private final ChangeLog changes;
    private final Clock clock;

    SitePolicyService(EntityManager entities, Queries queries, Turns turns, ChangeLog changes, Clock clock) {
        this.entities = entities;
        this.queries = queries;
        this.turns = turns;
        this.changes = changes;
        this.clock = clock;
    }

    /** Reads it, or what holds until somebody chose. */
    public SitePolicyView read() {
        return queries.first(
                        Sql.of("select * from comment_policy"),
                        row -> new SitePolicyView(
                                row.constant("policy", CommentPolicy.class),
                                row.integerOrNull("close_after_days"),
                                row.instant("updated_at"),
                                row.bigint("version")))
                .orElse(SitePolicyView.UNCHOSEN);
    }

    /** Writes it. It holds from the next comment on, for each article without a policy of its own. */
    @Transactional
    public SitePolicyView replace(SitePolicy policy, IfMatch match, Actor actor) {
        turns.take("comment-policy");
        SitePolicyView current = read();
        match.require(current.version());
        if (policy.equals(new SitePolicy(current.policy(), current.closeAfterDays()))) {
            return current;
        }
        entities.createNativeQuery("""
                        insert into comment_policy (policy, close_after_days, updated_at, version)
                        values (?1, cast(?2 as int), ?3, 1)
                        on conflict (id) do update set policy = excluded.policy, close_after_days = excluded.close_after_days,
                            updated_at = excluded.updated_at, version = comment_policy.version + 1""")
                .setParameter(1, policy.policy().name())
                .setParameter(2, policy.closeAfterDays())
                .setParameter(3, clock.instant())
                .executeUpdate();
        SitePolicyView written = read();
        changes.append(
                actor,
                new Change(
                        "comment-policy.update",
                        written.id(),
                        written.version(),
                        Set.of("comment-policy", "articles")));
        return written;
    }
}
