package dev.standfirst.transfer;

import dev.standfirst.article.ArticleService;
import dev.standfirst.article.bulk.BatchService;
import dev.standfirst.change.Change;
import dev.standfirst.change.ChangeLog;
import dev.standfirst.change.Outcome;
import dev.standfirst.redirect.SlugProblem;
import dev.standfirst.shared.problem.Fault;
import dev.standfirst.shared.problem.ProblemException;
import dev.standfirst.shared.problem.ProblemMapper;
import dev.standfirst.shared.problem.RequestProblem;
import io.quarkus.narayana.jta.QuarkusTransaction;
import jakarta.inject.Singleton;
import java.util.ArrayList;
import java.util.Comparator;
import java.util.HashSet;
import java.util.IdentityHashMap;
import java.util.List;
import java.util.Set;
import org.jspecify.annotations.Nullable;

/**
 * Writes lines, many in a transaction.
 *
 * <p>A line that is refused takes its transaction with it: those before it are written again without it, and then those behind it. So a
 * file of few faults is written in whole batches, and each line keeps the rules of a single POST. In a file of another system a slug is only a
 * wish: what has one that another thing has comes in under one of its own, and its old address leads to it.
 */
@Singleton
final class BatchWriter {
    private static final int TRIES = 3;

    /** What readers keep. */
    private static final Set<String> ALL = Set.of("articles", "authors", "collections", "redirects", "tags");

    private final ThingWriter writer;
    private final LineStore store;
    private final Imports imports;
    private final ArticleService articles;
    private final BatchService batches;
    private final ChangeLog changes;

    BatchWriter(
            ThingWriter writer,
            LineStore store,
            Imports imports,
            ArticleService articles,
            BatchService batches,
            ChangeLog changes) {
        this.writer = writer;
        this.store = store;
        this.imports = imports;
        this.articles = articles;
        this.batches = batches;
        this.changes = changes;
    }

    /** Writes what was read, and then what waited for it. */
    void write(Run run, Batch batch) {
        if (run.isEnding()) {
            return;
        }
        batch.remarks().forEach(run::note);
        List<Line> acceptable = new ArrayList<>();
        List<Batch.Refusal> refusals = new ArrayList<>(batch.refusals());
        check(run, batch.lines(), acceptable, refusals);
        Set<String> come = new HashSet<>();
        writeAll(run, run.stopsOnFault() ? acceptable : RedirectOrder.targetsFirst(acceptable), true, come);
        refusals.stream()
                .sorted(Comparator.comparing(Batch.Refusal::line))
                .forEach(refusal -> refuse(run, refusal.line(), refusal.problem()));
        if (batch.isLast()) {
            run.stop();
        }
        while (run.isAnyWaiting() && !come.isEmpty() && !run.isEnding()) {
            List<Line> woken = store.take(run, come, Batch.MOST_LINES);
            if (woken.isEmpty()) {
                break;
            }
            writeWoken(run, woken, true, come);
        }
        keepFaults(run);
    }

    /** Writes those that still wait at the end as if nothing were missing, so that each is told what is. */
    void writeWaiting(Run run) {
        while (!run.isEnding()) {
            List<Line> left = store.takeAny(run, Batch.MOST_LINES);
            if (left.isEmpty()) {
                return;
            }
            writeWoken(run, left, false, new HashSet<>());
            keepFaults(run);
        }
    }

    private void writeWoken(Run run, List<Line> woken, boolean mayWait, Set<String> come) {
        run.countWaiting(-woken.size());
        long before = run.counted();
        try {
            writeAll(run, woken, mayWait, come);
        } finally {
            run.countWaiting(
                    woken.size() - (int) (run.counted() - before)); // those that the end of the run came before
        }
    }

    private void refuse(Run run, long line, ProblemException problem) {
        if (run.isEnding()) {
            return;
        }
        String type = problem.type().uri();
        List<Fault> faults = problem.faults();
        run.refuse(
                faults.isEmpty()
                        ? List.of(new ImportFault(line, "#", type, problem.detail()))
                        : faults.stream()
                                .map(fault -> new ImportFault(line, pointer(fault), type, fault.detail()))
                                .toList());
    }

    private static String pointer(Fault fault) {
        String pointer = fault.pointer();
        return pointer == null ? "#" : pointer;
    }

    /** Finds the lines that were not read before, as far as the file alone tells. A fault that ends the run ends this. */
    private void check(Run run, List<Line> lines, List<Line> acceptable, List<Batch.Refusal> refusals) {
        IdentityHashMap<Line, LineStore.Earlier> earlier = store.note(run, lines);
        for (Line line : lines) {
            LineStore.Earlier before = earlier.get(line);
            if (before == null) {
                acceptable.add(line);
            } else if (before.hash().equals(line.hash())) {
                run.count(Outcome.UNCHANGED);
            } else {
                refusals.add(new Batch.Refusal(
                        line.number(),
                        ImportProblem.SAID_TWICE.because(
                                "Line " + before.number() + " says something else of the same thing.")));
                if (run.stopsOnFault()) {
                    return;
                }
            }
        }
    }

    /**
     * Writes lines.
     *
     * @param come the keys of what has come; those of what is there by these lines are added, and those that a line waits for are not there
     *     any more: what came may have lost its name to another line, and would be looked for for ever
     */
    private void writeAll(Run run, List<Line> lines, boolean mayWait, Set<String> come) {
        if (lines.isEmpty() || run.isEnding()) {
            return;
        }
        if (!run.isRestoring()) { // which compares rows, and no versions
            articles.catchUp(); // what is due makes another version
        }
        Attempt attempt = attempt(run, lines, mayWait);
        int place = attempt.results.size();
        if (attempt.failure == null) {
            settle(run, attempt.results, come);
            writeAll(run, lines.subList(place, lines.size()), mayWait, come);
        } else if (attempt.failure instanceof ProblemException refusal) {
            writeAll(run, lines.subList(0, place), mayWait, come);
            Line refused = lines.get(place);
            if (run.isForeign()
                    && refusal.type() == SlugProblem.SLUG_TAKEN
                    && refused.fields().has("slug")) {
                String slug = refused.fields().path("slug").asText();
                run.note(new ImportFault(
                        refused.number(),
                        "#/slug",
                        ImportProblem.NOT_TAKEN.uri(),
                        "Another thing has the slug ‘" + slug + "’: this one comes in under a slug of its own."));
                writeAll(run, List.of(refused.withoutSlug()), mayWait, come);
            } else {
                refuse(run, refused.number(), refusal);
            }
            writeAll(run, lines.subList(place + 1, lines.size()), mayWait, come);
        } else if (lines.size() > 1) { // the database does not say which line it was
            int half = lines.size() / 2;
            writeAll(run, lines.subList(0, half), mayWait, come);
            writeAll(run, lines.subList(half, lines.size()), mayWait, come);
        } else {
            refuse(run, lines.get(0).number(), problem(run, lines.get(0), attempt.failure));
        }
    }

    /**
     * What became of lines in one transaction.
     *
     * @param results of all of them, or of those before the one that failed, or of the first
     */
    private record Attempt(
            List<LineResult> results, @Nullable RuntimeException failure) {}

    private Attempt attempt(Run run, List<Line> lines, boolean mayWait) {
        Attempt together = attempt(run, lines, mayWait, true);
        return together.failure == null ? together : attempt(run, lines, mayWait, false);
    }

    private Attempt attempt(Run run, List<Line> lines, boolean mayWait, boolean together) {
        List<LineResult> results = new ArrayList<>();
        for (int number = 1; ; number++) {
            results.clear();
            try {
                return batches.whole(
                        () -> {
                            writer.write(run, lines, mayWait, together, results);
                            tellRestored(run, results);
                            return new Attempt(results, null);
                        },
                        !run.isDryRun());
            } catch (ProblemException e) {
                return new Attempt(results, e);
            } catch (RuntimeException e) {
                if (ProblemMapper.isUnavailable(e)) {
                    throw e;
                }
                if (!ProblemMapper.isRace(e) || number == TRIES) {
                    return new Attempt(results, e);
                }
            }
        }
    }

    /** What readers may have kept is old by it: rows that are written as they are tell nothing by themselves. */
    private void tellRestored(Run run, List<LineResult> results) {
        if (run.isRestoring() && results.stream().anyMatch(result -> result.outcome() == Outcome.CREATED)) {
            changes.append(run.actor(), new Change(ExportService.RESTORED, run.id(), 1, ALL));
        }
    }

    private static ProblemException problem(Run run, Line line, RuntimeException failure) {
        if (ProblemMapper.isRace(failure)) {
            return RequestProblem.CONFLICT.because(RequestProblem.CONFLICT.meaning());
        }
        return run.defect(line.number(), failure);
    }

    /** Counts what became of lines, and lets those wait that have to. */
    private void settle(Run run, List<LineResult> results, Set<String> come) {
        List<LineResult> done = new ArrayList<>();
        QuarkusTransaction.requiringNew().run(() -> {
            for (LineResult result : results) {
                Outcome outcome = result.outcome();
                if (outcome == null) {
                    String key = String.valueOf(result.waitsFor());
                    store.park(run, result.line(), key);
                    run.countWaiting(1);
                    come.remove(key);
                } else {
                    run.count(outcome);
                    done.add(result);
                    result.line().called().forEach(called -> come.add(called.key()));
                }
            }
            if (run.isDryRun()) {
                store.keepDone(run, done);
            }
        });
    }

    private void keepFaults(Run run) {
        List<ImportFault> faults = run.takeFaults();
        if (!faults.isEmpty()) {
            imports.refuse(run, faults);
        }
    }
}
