package dev.standfirst.transfer;

import com.fasterxml.jackson.databind.node.ObjectNode;
import dev.standfirst.change.Outcome;
import dev.standfirst.redirect.SlugProblem;
import dev.standfirst.shared.problem.Fault;
import dev.standfirst.shared.problem.ProblemException;
import dev.standfirst.shared.problem.RequestProblem;
import io.quarkus.arc.All;
import jakarta.inject.Singleton;
import jakarta.persistence.EntityManager;
import java.util.ArrayList;
import java.util.EnumMap;
import java.util.HashMap;
import java.util.HashSet;
import java.util.List;
import java.util.Map;
import java.util.Objects;
import java.util.Optional;
import java.util.Set;
import java.util.concurrent.atomic.AtomicBoolean;

/** Writes the thing of a line, once all that it names is there. */
@Singleton
final class ThingWriter {
    /** So many lines change what is there in a transaction, which holds that: readers wait where something of it comes due. */
    private static final int MOST_ALONE = 50;

    /** What stands for the names of things while a draft is only checked. */
    private static final String ANY = "any";

    private final Map<ThingType, Importer<?>> importers = new EnumMap<>(ThingType.class);
    private final References references;
    private final LineStore lines;
    private final ImportedArticles imported;
    private final EntityManager entities;

    ThingWriter(
            @All List<Importer<?>> all,
            References references,
            LineStore lines,
            ImportedArticles imported,
            EntityManager entities) {
        all.forEach(importer -> importers.put(importer.type(), importer));
        this.references = references;
        this.lines = lines;
        this.imported = imported;
        this.entities = entities;
    }

    /** Reads the draft of a line, and refuses what no POST would take, whatever is in the database. */
    Line prepared(Line line) {
        return prepared(importer(line.type()), line);
    }

    private static <D extends Record> Line prepared(Importer<D> importer, Line line) {
        ObjectNode fields = line.fields().deepCopy();
        List<Fault> faults = new ArrayList<>();
        NamedThings.each(line.type(), fields, (pointer, reference) -> {
            if (faults.size() >= Fault.MOST) {
                return null;
            }
            if (reference.isTooLong()) {
                faults.add(RequestProblem.UNACCEPTABLE_REQUEST.at(pointer, "is longer than any name"));
            } else if (!reference.isStorable()) {
                faults.add(RequestProblem.unstorable(pointer));
            }
            return reference.external() == null ? null : ANY;
        });
        if (!faults.isEmpty()) {
            throw ProblemException.of(faults, RequestProblem.UNACCEPTABLE_REQUEST);
        }
        return line.with(importer.read(fields));
    }

    /**
     * Writes lines in their order, or says what they wait for; the first of them at least, and maybe not all.
     *
     * @param mayWait whether they may wait; if not, they are refused
     * @param together whether new things that follow each other may be created together; if not, a failure is that of one line
     * @param results what became of each is added to it: of those before the first that fails, too
     */
    void write(Run run, List<Line> lines, boolean mayWait, boolean together, List<LineResult> results) {
        Map<String, String> names = names(lines);
        Set<Line> same = same(lines);
        Set<Line> late = this.lines.late(run, lines); // for what an earlier line did is not there in a dry run
        boolean mayDiffer = false; // something was written since that was asked
        int place = 0;
        int alone = 0;
        while (place < lines.size() && (alone < MOST_ALONE || !together)) {
            Line line = lines.get(place);
            if (late.contains(line)) {
                throw SlugProblem.taken(line.fields().path("slug").asText());
            }
            if (together && late.isEmpty() && importer(line.type()) instanceof Importer.OfMany<?> importer) {
                List<Line> alike = newAndAlike(lines.subList(place, lines.size()), names);
                if (!alike.isEmpty()) {
                    results.addAll(create(run, importer, alike, names));
                    place += alike.size();
                    mayDiffer = true;
                    continue;
                }
            }
            if (mayDiffer && same.contains(line)) {
                same = same(lines.subList(place, lines.size()));
                mayDiffer = false;
            }
            place++;
            if (same.contains(line)) {
                results.add(new LineResult(line, Outcome.UNCHANGED, null, null));
                continue;
            }
            LineResult result = write(run, line, names, mayWait);
            results.add(result);
            alone++;
            mayDiffer |= result.outcome() == Outcome.UPDATED || result.outcome() == Outcome.CREATED;
        }
        if (!run.isDryRun()) {
            remember(results);
        }
    }

    private Set<Line> same(List<Line> lines) {
        Set<Line> same = imported.same(lines);
        entities.clear(); // what that looked at was not locked
        return same;
    }

    private void remember(List<LineResult> results) {
        Map<String, Line> bySlug = new HashMap<>();
        for (LineResult result : results) {
            if (result.line().type() == ThingType.ARTICLE && result.name() != null) {
                bySlug.put(result.name(), result.line()); // of two about one article the later
            }
        }
        imported.remember(bySlug);
    }

    /** Finds what lines name, and are about, as far as it is there. */
    private Map<String, String> names(List<Line> lines) {
        List<Reference> named = new ArrayList<>();
        for (Line line : lines) {
            named.addAll(named(line));
            named.addAll(line.called());
        }
        return named.isEmpty() ? new HashMap<>() : new HashMap<>(references.find(named));
    }

    /** The first of the lines, as far as each is about another new thing of one type, and waits for nothing. */
    private static List<Line> newAndAlike(List<Line> lines, Map<String, String> names) {
        Set<String> called = new HashSet<>(names.keySet());
        int many = 0;
        for (Line line : lines) {
            if (line.type() != lines.get(0).type()
                    || named(line).stream().anyMatch(reference -> !names.containsKey(reference.key()))
                    || !line.called().stream().map(Reference::key).allMatch(called::add)) {
                break;
            }
            many++;
        }
        return lines.subList(0, many);
    }

    private <D extends Record> List<LineResult> create(
            Run run, Importer.OfMany<D> importer, List<Line> lines, Map<String, String> names) {
        List<D> drafts =
                lines.stream().map(line -> draft(importer, line, names)).toList();
        List<Importer.Written> written = importer.create(drafts, run.actor());
        forgetWritten();
        List<LineResult> results = new ArrayList<>();
        for (int place = 0; place < lines.size(); place++) {
            results.add(result(lines.get(place), written.get(place), names));
        }
        return results;
    }

    private LineResult write(Run run, Line line, Map<String, String> names, boolean mayWait) {
        List<Reference> missing = named(line).stream()
                .filter(reference -> !isThere(run, reference, names))
                .toList(); // all of them, as a dry run makes what is there
        if (!missing.isEmpty() && mayWait) {
            return new LineResult(line, null, missing.get(0).key(), null);
        }
        Importer.Written written = write(run, importer(line.type()), line, names);
        forgetWritten();
        return result(line, written, names);
    }

    private static <D extends Record> Importer.Written write(
            Run run, Importer<D> importer, Line line, Map<String, String> names) {
        // An article here that has the slug of another system's, but not its name, is another article.
        boolean isOnlyByName = run.isForeign() && line.type() == ThingType.ARTICLE;
        // A tag may have been created by an article since that was looked up.
        boolean isNew = line.type() != ThingType.TAG
                && line.called().stream()
                        .filter(called -> called.external() != null || !isOnlyByName)
                        .noneMatch(called -> names.containsKey(called.key()));
        return importer.write(line.externalRef(), draft(importer, line, names), isNew, run.actor());
    }

    /** The draft of a line, in which things are named as drafts name them. */
    private static <D extends Record> D draft(Importer<D> importer, Line line, Map<String, String> names) {
        ObjectNode fields = line.fields().deepCopy();
        List<Fault> faults = new ArrayList<>();
        AtomicBoolean isAsRead = new AtomicBoolean(line.draft() != null);
        NamedThings.each(line.type(), fields, (pointer, reference) -> {
            if (reference.external() == null) {
                return null;
            }
            isAsRead.set(false);
            String name = names.get(reference.key());
            if (name == null) {
                faults.add(ImportProblem.NEVER_CAME.at(pointer, "names the " + reference + ", which did not come in"));
            }
            return name;
        });
        if (!faults.isEmpty()) {
            throw ProblemException.of(faults, ImportProblem.NEVER_CAME);
        }
        if (line.draft() == null) {
            return importer.read(fields);
        }
        D read = importer.drafts().cast(line.draft());
        return isAsRead.get() ? read : importer.naming(read, fields);
    }

    /** What is written is looked at no more: each statement would look for changes in all that came before it. */
    private void forgetWritten() {
        entities.flush();
        entities.clear();
    }

    private static LineResult result(Line line, Importer.Written written, Map<String, String> names) {
        String name = written.name();
        if (name != null) {
            line.called().forEach(called -> names.put(called.key(), name));
        }
        return new LineResult(line, written.outcome(), null, name);
    }

    /** Says whether what a line names is there; what a dry run did before, it does again for that. */
    private boolean isThere(Run run, Reference reference, Map<String, String> names) {
        if (names.containsKey(reference.key())) {
            return true;
        }
        if (!run.isDryRun()) {
            return false;
        }
        Optional<Line> done = lines.done(run, reference);
        // Of another system's file it may have come in without its slug; nothing names it by that.
        done.map(line -> run.isForeign() ? line.withoutSlug() : line).ifPresent(line -> write(run, line, names, false));
        return done.isPresent();
    }

    /** What a line names that has to be there. Tags that are named by slug or name are created with their article. */
    private static List<Reference> named(Line line) {
        return NamedThings.of(line.type(), line.fields()).stream()
                .filter(reference -> line.type() != ThingType.ARTICLE
                        || reference.type() != ThingType.TAG
                        || reference.external() != null)
                .toList();
    }

    private Importer<?> importer(ThingType type) {
        return Objects.requireNonNull(importers.get(type), () -> "Nothing imports " + type);
    }
}
