package dev.standfirst.transfer;

import static java.util.Objects.requireNonNull;

import dev.standfirst.shared.sql.Queries;
import dev.standfirst.shared.sql.Sql;
import dev.standfirst.shared.sql.Statements;
import jakarta.inject.Singleton;
import java.util.Collections;
import java.util.HashMap;
import java.util.HashSet;
import java.util.IdentityHashMap;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.Set;
import java.util.UUID;
import java.util.stream.Collectors;
import java.util.stream.Stream;

/** What a run has to know of the lines it has read, in the database: a file may have more of them than memory holds. */
@Singleton
final class LineStore {
    /** Before the key of a thing that a dry run did, where the line is kept to be done again. */
    private static final String DONE = "=";

    /** Before the slug of a thing that its line calls by an external reference. */
    private static final String ALSO = "~";

    private final Queries queries;
    private final Statements statements;
    private final LineParser parser;

    LineStore(Queries queries, Statements statements, LineParser parser) {
        this.queries = queries;
        this.statements = statements;
        this.parser = parser;
    }

    /** An earlier line about the same thing. */
    record Earlier(long number, UUID hash) {}

    /**
     * Notes what lines are about; returns the earlier lines about the same things, by the later ones. A line that has a slug alone is about the
     * same thing as one that has it beside an external reference; of another system's file a slug is only a wish.
     */
    IdentityHashMap<Line, Earlier> note(Run run, List<Line> lines) {
        IdentityHashMap<Line, Earlier> earlier = new IdentityHashMap<>();
        if (lines.isEmpty()) {
            return earlier;
        }
        List<Line> slugged = run.isForeign() ? List.of() : lines;
        List<Noted> notes = Stream.concat(
                        lines.stream().map(line -> new Noted(line.self(), line)),
                        slugged.stream()
                                .flatMap(line -> slug(line, true).map(slug -> new Noted(ALSO + slug, line)).stream()))
                .toList();
        Sql insert = Sql.of(
                """
                insert into import_line (import_id, key, line, hash)
                select ?, key, line, hash from unnest(?, ?, ?) with ordinality read (key, line, hash, place) order by place
                on conflict do nothing returning key""",
                run.id(),
                notes.stream().map(Noted::key).toArray(String[]::new),
                notes.stream().map(note -> note.line().number()).toArray(Long[]::new),
                notes.stream().map(note -> note.line().hash()).toArray(UUID[]::new));
        Set<String> first = new HashSet<>(queries.list(insert, row -> row.text("key")));
        // Not by their numbers: of some formats several things begin at one line of the file.
        List<Line> again =
                lines.stream().filter(line -> !first.remove(line.self())).toList();
        Map<String, Earlier> known = noted(
                run,
                Stream.concat(again.stream().map(Line::self), slugged.stream().flatMap(line -> other(line).stream())));
        for (Line line : slugged) {
            other(line)
                    .map(known::get)
                    .filter(other -> other.number() < line.number())
                    .ifPresent(other -> earlier.put(line, other));
        }
        again.forEach(line -> earlier.put(line, requireNonNull(known.get(line.self()))));
        return earlier;
    }

    private record Noted(String key, Line line) {}

    private Map<String, Earlier> noted(Run run, Stream<String> keys) {
        String[] wanted = keys.toArray(String[]::new);
        Map<String, Earlier> known = new HashMap<>();
        if (wanted.length > 0) {
            Sql sql = Sql.of(
                    "select key, line, hash from import_line where import_id = ? and key = any (?)", run.id(), wanted);
            queries.list(sql, row -> Map.entry(row.text("key"), new Earlier(row.bigint("line"), row.uuid("hash"))))
                    .forEach(line -> known.put(line.getKey(), line.getValue()));
        }
        return known;
    }

    /** Under what a line about the same thing is noted that calls it otherwise. */
    private static Optional<String> other(Line line) {
        return slug(line, true).or(() -> slug(line, false).map(slug -> ALSO + slug));
    }

    /** The key of the slug in a line that has an external reference, or has none. */
    private static Optional<String> slug(Line line, boolean hasExternal) {
        return (line.externalRef() != null) == hasExternal
                ? line.called().stream()
                        .filter(called -> called.external() == null)
                        .map(Reference::key)
                        .findFirst()
                : Optional.empty();
    }

    /** Keeps lines that a dry run did, by all that their things may be called. */
    void keepDone(Run run, List<LineResult> results) {
        for (LineResult result : results) {
            Line line = result.line();
            Set<String> keys = line.called().stream().map(Reference::key).collect(Collectors.toSet());
            if (result.name() != null) {
                keys.add(Reference.to(line.type(), result.name()).key());
            }
            for (String key : keys) {
                statements.run(Sql.of(
                        "insert into import_line (import_id, key, line, hash, content) values (?, ?, ?, ?, ?) on conflict do nothing",
                        run.id(),
                        DONE + key,
                        line.number(),
                        line.hash(),
                        line.text()));
            }
        }
    }

    /** Finds the line of a thing that a dry run did. */
    Optional<Line> done(Run run, Reference reference) {
        Sql sql = Sql.of(
                "select line, content from import_line where import_id = ? and key = ?",
                run.id(),
                DONE + reference.key());
        return queries.first(sql, row -> line(row.bigint("line"), row.text("content")));
    }

    /** Finds those of the lines of a dry run that are about articles, and whose slug it gave to another before. */
    Set<Line> late(Run run, List<Line> lines) {
        Set<Line> late = Collections.newSetFromMap(new IdentityHashMap<>());
        if (run.isDryRun() && !run.isForeign()) {
            List<Line> articles = lines.stream()
                    .filter(line -> line.type() == ThingType.ARTICLE)
                    .toList();
            Map<String, Earlier> done = noted(run, articles.stream().flatMap(line -> doneSlug(line).stream()));
            articles.stream()
                    .filter(line -> doneSlug(line)
                            .map(done::get)
                            .filter(earlier -> earlier.number() != line.number())
                            .isPresent())
                    .forEach(late::add);
        }
        return late;
    }

    /** Under what it is kept that the slug of a line was given away; one that has its slug alone is about whatever has it. */
    private static Optional<String> doneSlug(Line line) {
        return slug(line, true).map(slug -> DONE + slug);
    }

    /** Lets a line wait for what has a key. */
    void park(Run run, Line line, String key) {
        statements.run(Sql.of(
                "insert into import_waiting (import_id, line, key, content) values (?, ?, ?, ?)",
                run.id(),
                line.number(),
                key,
                line.text()));
    }

    /** Takes lines that wait for something with one of these keys, in the order of the file. */
    List<Line> take(Run run, Set<String> keys, int atMost) {
        return taken(Sql.of("import_id = ? and key = any (?)", run.id(), keys.toArray(String[]::new)), atMost);
    }

    /** Takes lines that wait, whatever they wait for, in the order of the file. */
    List<Line> takeAny(Run run, int atMost) {
        return taken(Sql.of("import_id = ?", run.id()), atMost);
    }

    private List<Line> taken(Sql which, int atMost) {
        // Fewer than that where they are long: all of them are in memory at once. One at least.
        Sql sql = Sql.of(
                        "with first as (select import_id, number, line, octet_length(content) as size from import_waiting where")
                .then(which)
                .then("order by line, number limit ?)", atMost)
                .then("""
                        , taken as (select import_id, number from (
                            select import_id, number, sum(size) over (order by line, number) - size as before from first) sized
                            where before < ?)""", Batch.MOST_LENGTH / 2)
                .then("""
                        , gone as (delete from import_waiting using taken where import_waiting.import_id = taken.import_id
                            and import_waiting.number = taken.number returning import_waiting.line, import_waiting.number, content)
                        select line, content from gone order by line, number""");
        return queries.list(sql, row -> line(row.bigint("line"), row.text("content")));
    }

    private Line line(long number, String content) {
        return parser.parse(number, content);
    }

    /** Forgets what was only for the run. */
    void forget(Run run) {
        statements.run(Sql.of("delete from import_line where import_id = ?", run.id()));
        statements.run(Sql.of("delete from import_waiting where import_id = ?", run.id()));
    }
}
