package dev.standfirst.transfer;

import dev.standfirst.article.ExternalRef;
import dev.standfirst.shared.json.Spelling;
import dev.standfirst.shared.sql.Queries;
import dev.standfirst.shared.sql.Sql;
import dev.standfirst.shared.sql.Statements;
import dev.standfirst.shared.text.Ref;
import jakarta.inject.Singleton;
import java.util.Collection;
import java.util.HashMap;
import java.util.List;
import java.util.Map;
import java.util.Objects;
import java.util.Optional;
import java.util.UUID;
import java.util.stream.Collectors;
import org.jspecify.annotations.Nullable;

/** Finds things by how lines name them, and remembers what other systems call them. */
@Singleton
final class References {
    /** The source of what calls a comment by the id that it has here. */
    static final String OURS = "standfirst";

    /** What other systems call tags that were merged into others here: to those lead their ids. */
    private static final String MERGED = """
            select called.source, external_id, tag.id, tag.slug from external_reference called
            join redirect on kind = 'TAG' and redirect.source = thing_id::text join tag on tag.id = target_id
            where type = 'TAG' and not exists (select from tag where id = thing_id)""";

    private final Queries queries;
    private final Statements statements;

    References(Queries queries, Statements statements) {
        this.queries = queries;
        this.statements = statements;
    }

    /** Finds those of the things that there are, with two statements for each type at most. Returns their slugs, of comments the ids, by the references' keys. */
    Map<String, String> find(Collection<Reference> references) {
        Map<String, String> found = new HashMap<>();
        references.stream().collect(Collectors.groupingBy(Reference::type)).forEach((type, named) -> {
            findByExternal(type, named, found);
            findByName(type, named, found);
        });
        return found;
    }

    private void findByExternal(ThingType type, List<Reference> references, Map<String, String> found) {
        List<ExternalRef> wanted = references.stream()
                .map(Reference::external)
                .filter(Objects::nonNull)
                .toList();
        if (wanted.isEmpty()) {
            return;
        }
        String table = Spelling.of(type);
        String[] sources = wanted.stream().map(ExternalRef::source).toArray(String[]::new);
        String[] ids = wanted.stream().map(ExternalRef::id).toArray(String[]::new);
        Sql sql = type == ThingType.ARTICLE
                ? Sql.of("""
                        select external_source source, external_id, slug name from article
                        where (external_source, external_id) in (select * from unnest(?, ?))""", sources, ids)
                : Sql.of("""
                        select external_reference.source, external_id, %1$s name from external_reference join %2$s on id = thing_id
                        where type = ? and (external_reference.source, external_id) in (select * from unnest(?, ?))""".formatted(column(type), table), type.name(), sources, ids);
        if (type == ThingType.TAG) {
            sql.then(
                    "union all select source, external_id, slug from (" + MERGED
                            + ") merged where (source, external_id) in (select * from unnest(?, ?))",
                    sources,
                    ids);
        }
        if (type == ThingType.COMMENT) {
            UUID[] ours = wanted.stream()
                    .filter(ref -> ref.source().equals(OURS))
                    .map(ref -> Ref.of(ref.id()).id())
                    .filter(Objects::nonNull)
                    .toArray(UUID[]::new);
            sql.then("union all select ?, id::text, id::text from comment where id = any (?)", OURS, ours);
        }
        queries.list(
                        sql,
                        row -> Map.entry(
                                new ExternalRef(row.text("source"), row.text("external_id")), row.text("name")))
                .forEach(known -> found.put(Reference.to(type, known.getKey()).key(), known.getValue()));
    }

    private void findByName(ThingType type, List<Reference> references, Map<String, String> found) {
        Map<String, String> keys = new HashMap<>();
        references.stream()
                .filter(reference -> reference.name() != null)
                .forEach(reference ->
                        keys.put(Ref.of(String.valueOf(reference.name())).text(), reference.key()));
        if (keys.isEmpty()) {
            return;
        }
        String table = Spelling.of(type);
        Sql sql = Sql.of(
                "select id::text name, %s name_now from %s where id = any (?)".formatted(column(type), table),
                (Object) keys.keySet().stream()
                        .map(name -> Ref.of(name).id())
                        .filter(Objects::nonNull)
                        .toArray(UUID[]::new));
        if (type != ThingType.COMMENT) {
            String[] slugs = keys.keySet().toArray(String[]::new);
            sql.then("union all select slug, slug from " + table + " where slug = any (?)", (Object) slugs)
                    .then(
                            "union all select source, slug from redirect join %1$s on %1$s.id = target_id where redirect.kind = ? and source = any (?)"
                                    .formatted(table),
                            type.name(),
                            slugs);
        }
        queries.list(sql, row -> Map.entry(row.text("name"), row.text("name_now")))
                .forEach(name -> found.put(String.valueOf(keys.get(name.getKey())), name.getValue()));
    }

    private static String column(ThingType type) {
        return type == ThingType.COMMENT ? "id::text" : "slug";
    }

    /** Finds the thing that another system calls so, or else the one of the slug. */
    Optional<Ref> known(ThingType type, @Nullable ExternalRef external, @Nullable String slug) {
        return remembered(type, external)
                .or(() -> type == ThingType.COMMENT ? ours(external) : Optional.empty())
                .or(() -> slug == null
                        ? Optional.empty()
                        : queries.first(ofSlug(type, external, slug), row -> Ref.of(row.uuid("id"))));
    }

    /** Not one that the same system calls something else: there it is another thing. */
    private static Sql ofSlug(ThingType type, @Nullable ExternalRef external, String slug) {
        Sql sql = Sql.of("select id from " + Spelling.of(type) + " where slug = ?", slug);
        return external == null
                ? sql
                : sql.then(
                        "and not exists (select from external_reference where type = ? and source = ? and external_id <> ? and thing_id = id)",
                        type.name(),
                        external.source(),
                        external.id());
    }

    /** Finds the thing that came in under this reference. */
    Optional<Ref> remembered(ThingType type, @Nullable ExternalRef external) {
        return external == null
                ? Optional.empty()
                : queries.first(
                        Sql.of(
                                "select thing_id from external_reference join " + Spelling.of(type)
                                        + " on id = thing_id where type = ? and external_reference.source = ? and external_id = ?",
                                type.name(),
                                external.source(),
                                external.id()),
                        row -> Ref.of(row.uuid("thing_id")));
    }

    /** Finds the tag that stands for one that came in under this reference, and was merged into it here. */
    Optional<Ref> mergedInto(@Nullable ExternalRef external) {
        return external == null
                ? Optional.empty()
                : queries.first(
                        Sql.of(
                                "select id from (" + MERGED + ") merged where source = ? and external_id = ?",
                                external.source(),
                                external.id()),
                        row -> Ref.of(row.uuid("id")));
    }

    private Optional<Ref> ours(@Nullable ExternalRef comment) {
        UUID id = comment == null || !comment.source().equals(OURS)
                ? null
                : Ref.of(comment.id()).id();
        return id == null
                ? Optional.empty()
                : queries.first(Sql.of("select id from comment where id = ?", id), row -> Ref.of(row.uuid("id")));
    }

    /** Finds the article of the slug, if no other is called so by another system, and this one is called nothing. */
    Optional<Ref> articleToAdopt(@Nullable ExternalRef external, @Nullable String slug) {
        if (slug == null) {
            return Optional.empty();
        }
        Sql sql = Sql.of("select id from article where slug = ?", slug);
        if (external != null) {
            sql.then(
                    "and external_id is null and not exists (select from article where external_source = ? and external_id = ?)",
                    external.source(),
                    external.id());
        }
        return queries.first(sql, row -> Ref.of(row.uuid("id")));
    }

    /** Remembers what another system calls a thing. */
    void remember(ThingType type, @Nullable ExternalRef external, UUID thing) {
        if (external != null) {
            statements.run(Sql.of("""
                    insert into external_reference (type, source, external_id, thing_id) values (?, ?, ?, ?)
                    on conflict (type, source, external_id) do update set thing_id = excluded.thing_id
                    where external_reference.thing_id <> excluded.thing_id""", type.name(), external.source(), external.id(), thing));
        }
    }
}
