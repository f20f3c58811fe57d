package dev.standfirst.transfer;

import com.fasterxml.jackson.core.type.TypeReference;
import dev.standfirst.author.AuthorService;
import dev.standfirst.shared.sql.Queries;
import dev.standfirst.shared.sql.Sql;
import dev.standfirst.shared.sql.Statements;
import dev.standfirst.tag.TagService;
import jakarta.inject.Singleton;
import java.util.ArrayList;
import java.util.Collection;
import java.util.Collections;
import java.util.HashMap;
import java.util.IdentityHashMap;
import java.util.LinkedHashSet;
import java.util.List;
import java.util.Map;
import java.util.Set;
import java.util.UUID;
import java.util.stream.Collectors;
import org.jspecify.annotations.Nullable;

/**
 * Which lines made articles what they are: most of a file that is sent again. Such a line needs neither be derived nor compared with what is
 * there.
 */
@Singleton
final class ImportedArticles {
    private static final TypeReference<List<UUID>> IDS = new TypeReference<>() {};

    private final Queries queries;
    private final Statements statements;
    private final References references;
    private final AuthorService authors;
    private final TagService tags;

    ImportedArticles(
            Queries queries, Statements statements, References references, AuthorService authors, TagService tags) {
        this.queries = queries;
        this.statements = statements;
        this.references = references;
        this.authors = authors;
        this.tags = tags;
    }

    /** What an article has, which a line made what it is. */
    private record Known(String key, UUID hash, List<UUID> authors, List<UUID> tags) {}

    /**
     * Those of the lines, by identity, that made an article what it is now: nobody has changed it since, and the authors and tags that the line
     * names are those that it has.
     */
    Set<Line> same(List<Line> lines) {
        List<Line> articles =
                lines.stream().filter(line -> line.type() == ThingType.ARTICLE).toList();
        Map<String, Known> known = articles.isEmpty() ? Map.of() : known(articles);
        IdentityHashMap<Line, Known> same = new IdentityHashMap<>();
        for (Line line : articles) {
            Known article = known.get(line.self());
            if (article != null && article.hash().equals(line.hash())) {
                same.put(line, article);
            }
        }
        Set<Line> meant = Collections.newSetFromMap(new IdentityHashMap<>());
        if (!same.isEmpty()) {
            Meanings meanings = meanings(same.keySet());
            same.forEach((line, article) -> {
                if (article.authors().equals(meanings.of(line, ThingType.AUTHOR))
                        && article.tags().equals(meanings.of(line, ThingType.TAG))) {
                    meant.add(line);
                }
            });
        }
        return meant;
    }

    private Map<String, Known> known(List<Line> articles) {
        Sql sql = Sql.of(
                """
                select key, hash,
                    array_to_json(array(select author_id from article_author where article_id = article.id order by place)) authors,
                    array_to_json(array(select tag_id from article_tag where article_id = article.id order by place)) tags
                from (select distinct key, hash from unnest(?, ?) line (key, hash)) line join imported_article using (key, hash)
                join article on article.id = article_id and article.version = imported_article.version""",
                articles.stream().map(Line::self).toArray(String[]::new),
                articles.stream().map(Line::hash).toArray(UUID[]::new));
        return queries
                .list(
                        sql,
                        row -> new Known(
                                row.text("key"), row.uuid("hash"), row.json("authors", IDS), row.json("tags", IDS)))
                .stream()
                .collect(Collectors.toMap(Known::key, article -> article));
    }

    /** What the names in lines mean at this moment. */
    private record Meanings(Map<String, String> called, Map<ThingType, Map<String, UUID>> ids) {

        private @Nullable String name(Reference reference) {
            return reference.external() == null ? reference.name() : called.get(reference.key());
        }

        /** The things of a type that a line names, each once; of one that is not there, null. */
        List<@Nullable UUID> of(Line line, ThingType type) {
            Set<@Nullable UUID> named = new LinkedHashSet<>();
            for (Reference reference : named(line, type)) {
                String name = name(reference);
                named.add(name == null ? null : ids.getOrDefault(type, Map.of()).get(name));
            }
            return new ArrayList<>(named);
        }
    }

    private Meanings meanings(Set<Line> lines) {
        Map<ThingType, Set<Reference>> named = new HashMap<>();
        for (ThingType type : List.of(ThingType.AUTHOR, ThingType.TAG)) {
            named.put(
                    type,
                    lines.stream().flatMap(line -> named(line, type).stream()).collect(Collectors.toSet()));
        }
        Map<String, String> called = references.find(named.values().stream()
                .flatMap(Collection::stream)
                .filter(reference -> reference.external() != null)
                .toList());
        Meanings meanings = new Meanings(called, new HashMap<>());
        named.forEach((type, all) -> {
            Set<String> names = new LinkedHashSet<>();
            for (Reference reference : all) {
                String name = meanings.name(reference);
                if (name != null) {
                    names.add(name);
                }
            }
            meanings.ids().put(type, type == ThingType.AUTHOR ? authors.ids(names) : tags.ids(names));
        });
        return meanings;
    }

    private static List<Reference> named(Line line, ThingType type) {
        return NamedThings.of(line.type(), line.fields()).stream()
                .filter(reference -> reference.type() == type)
                .toList();
    }

    /**
     * Remembers lines that made articles what they are, in the transaction that did.
     *
     * @param bySlug the last line about each, by its slug
     */
    void remember(Map<String, Line> bySlug) {
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
