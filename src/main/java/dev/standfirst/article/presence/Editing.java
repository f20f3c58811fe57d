package dev.standfirst.article.presence;

import dev.standfirst.access.Actor;
import dev.standfirst.shared.sql.Queries;
import dev.standfirst.shared.sql.Sql;
import dev.standfirst.shared.sql.Statements;
import jakarta.inject.Singleton;
import java.time.Instant;
import java.util.List;
import java.util.UUID;

/** Who is editing what, as stored. */
@Singleton
class Editing {
    private final Queries queries;
    private final Statements statements;

    Editing(Queries queries, Statements statements) {
        this.queries = queries;
        this.statements = statements;
    }

    /** Those who said so after a moment, who began first before the others. */
    List<Editor> of(UUID article, Instant after) {
        return queries.list(
                Sql.of(
                        "select * from editing where article_id = ? and at > ? order by since, actor_id",
                        article,
                        after),
                row -> new Editor(
                        row.uuid("actor_id"), row.text("actor_name"), row.instant("since"), row.instant("at")));
    }

    /** Forgets those who said so last before a moment, or at it. */
    void forget(UUID article, Instant until) {
        statements.run(Sql.of("delete from editing where article_id = ? and at <= ?", article, until));
    }

    void write(UUID article, Actor actor, Instant now) {
        statements.run(Sql.of("""
                insert into editing (article_id, actor_id, actor_name, since, at) values (?, ?, ?, ?, ?)
                on conflict (article_id, actor_id) do update set at = excluded.at, actor_name = excluded.actor_name""", article, actor.id(), actor.name(), now, now));
    }

    void delete(UUID article, Actor actor) {
        statements.run(Sql.of("delete from editing where article_id = ? and actor_id = ?", article, actor.id()));
    }
}
