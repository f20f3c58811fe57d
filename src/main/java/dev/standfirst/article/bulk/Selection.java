package dev.standfirst.article.bulk;

import dev.standfirst.article.ArticleFilter;
import dev.standfirst.shared.sql.Queries;
import dev.standfirst.shared.sql.Sql;
import jakarta.inject.Singleton;
import java.util.List;
import java.util.UUID;

/** Finds the articles that a change is about. */
@Singleton
final class Selection {
    private final Queries queries;

    Selection(Queries queries) {
        this.queries = queries;
    }

    /**
     * The ids, in their order, in which all such changes lock them.
     *
     * @param atMost no more than so many
     */
    List<UUID> of(ArticleFilter filter, BulkChange change, int atMost) {
        List<UUID> ids = change.ids();
        if (ids != null && filter.isEmpty()) {
            return ids.stream().distinct().sorted().toList();
        }
        Sql sql = Sql.of("select article.id").then(filter.from());
        if (filter.status() == null) {
            sql.then(change.move() == BulkMove.RESTORE ? "and status = 'TRASH'" : "and status <> 'TRASH'");
        }
        sql.andIf("article.id = any (?)", ids == null ? null : ids.toArray(UUID[]::new))
                .then("order by article.id limit ?", atMost);
        return queries.list(sql, row -> row.uuid("id"));
    }
}
