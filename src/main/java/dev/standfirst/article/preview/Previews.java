package dev.standfirst.article.preview;

import dev.standfirst.access.Actor;
import dev.standfirst.access.ArticleStatus;
import dev.standfirst.change.LoggedChange;
import dev.standfirst.shared.page.Lists;
import dev.standfirst.shared.page.Order;
import dev.standfirst.shared.page.Page;
import dev.standfirst.shared.page.PageRequest;
import dev.standfirst.shared.sql.Queries;
import dev.standfirst.shared.sql.Row;
import dev.standfirst.shared.sql.Sql;
import dev.standfirst.shared.sql.Statements;
import jakarta.inject.Singleton;
import java.sql.SQLException;
import java.time.Instant;
import java.util.Optional;
import java.util.UUID;
import org.jspecify.annotations.Nullable;

/** The previews that are stored. */
@Singleton
class Previews {
    private static final Order LATEST_FIRST = new Order("created_at", "id", Order.Kind.TIME, true);

    private final Queries queries;
    private final Lists lists;
    private final Statements statements;

    Previews(Queries queries, Lists lists, Statements statements) {
        this.queries = queries;
        this.lists = lists;
        this.statements = statements;
    }

    void create(NewPreview preview, @Nullable String note, Instant now, Actor actor) {
        statements.run(Sql.of(
                """
                insert into preview (id, article_id, revision, note, created_at, created_by, created_by_name, expires_at)
                values (?, ?, ?, ?, ?, ?, ?, ?)""",
                preview.id(),
                preview.article(),
                preview.revision(),
                note,
                now,
                actor.id(),
                actor.name(),
                preview.expiresAt()));
    }

    Page<PreviewView> page(UUID article, PageRequest page) {
        return lists.page(page, LATEST_FIRST, "*", of(article), Previews::view);
    }

    Optional<PreviewView> read(UUID article, UUID id) {
        return queries.first(Sql.of("select *").then(of(article)).then("and id = ?", id), Previews::view);
    }

    private static Sql of(UUID article) {
        return Sql.of("from preview where article_id = ?", article);
    }

    private static PreviewView view(Row row) throws SQLException {
        return new PreviewView(
                row.uuid("id"),
                row.bigint("revision"),
                row.textOrNull("note"),
                row.instant("created_at"),
                new LoggedChange.Who(row.uuid("created_by"), row.text("created_by_name")),
                row.instant("expires_at"),
                row.instantOrNull("revoked_at"));
    }

    /** Revokes a preview; returns whether it was not revoked before. */
    boolean revoke(UUID article, UUID id, Instant now) {
        return statements.run(Sql.of(
                        "update preview set revoked_at = ? where id = ? and article_id = ? and revoked_at is null",
                        now,
                        id,
                        article))
                > 0;
    }

    /** What decides whether a preview opens. */
    record Door(
            UUID article,
            long revision,
            ArticleStatus status,
            Instant expiresAt,
            @Nullable Instant revokedAt) {}

    Optional<Door> door(UUID id) {
        Sql sql = Sql.of("""
                select article_id, revision, status, expires_at, revoked_at
                from preview join article on article.id = article_id where preview.id = ?""", id);
        return queries.first(
                sql,
                row -> new Door(
                        row.uuid("article_id"),
                        row.bigint("revision"),
                        row.constant("status", ArticleStatus.class),
                        row.instant("expires_at"),
                        row.instantOrNull("revoked_at")));
    }
}
