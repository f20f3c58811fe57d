package dev.standfirst.transfer;

import dev.standfirst.shared.sql.Queries;
import dev.standfirst.shared.sql.Sql;
import dev.standfirst.shared.sql.Statements;
import jakarta.inject.Singleton;
import java.util.Collection;
import java.util.HashMap;
import java.util.HashSet;
import java.util.List;
import java.util.Map;
import java.util.Set;
import java.util.UUID;

/**
 * Which lines made articles what they are: most of a file that is sent again. Such a line needs neither be derived nor compared with what is
 * there.
 */
@Singleton
final class ImportedArticles {
    private final Queries queries;
    private final Statements statements;

    ImportedArticles(Queries queries, Statements statements) {
        this.queries = queries;
        this.statements = statements;
    }

    /** What those of the lines are about that made an article what it is now: nobody has changed it since. */
    Set<String> same(List<Line> lines) {
        List<Line> articles =
                lines.stream().filter(line -> line.type() == ThingType.ARTICLE).toList();
        if (articles.isEmpty()) {
            return Set.of();
        }
        Sql sql = Sql.of(
                """
                select key from unnest(?, ?) line (key, hash) join imported_article using (key, hash)
                join article on article.id = article_id and article.version = imported_article.version""",
                articles.stream().map(Line::self).toArray(String[]::new),
                articles.stream().map(Line::hash).toArray(UUID[]::new));
        return new HashSet<>(queries.list(sql, row -> row.text("key")));
    }

    /** Remembers lines that made articles what they are, in the transaction that did. */
    void remember(List<ThingWriter.Result> results) {
        Map<String, Line> bySlug = new HashMap<>();
        for (ThingWriter.Result result : results) {
            if (result.line().type() == ThingType.ARTICLE && result.name() != null) {
                bySlug.put(result.name(), result.line()); // of two about one article the later
            }
        }
        if (bySlug.isEmpty()) {
            return;
        }
        Collection<Line> lines = bySlug.values();
        statements.run(Sql.of(
                """
                insert into imported_article (key, hash, article_id, version)
                select line.key, line.hash, article.id, article.version
                from unnest(?, ?, ?) line (slug, key, hash) join article on article.slug = line.slug
                on conflict (key) do update set hash = excluded.hash, article_id = excluded.article_id, version = excluded.version""",
                bySlug.keySet().toArray(String[]::new),
                lines.stream().map(Line::self).toArray(String[]::new),
                lines.stream().map(Line::hash).toArray(UUID[]::new)));
    }
}
