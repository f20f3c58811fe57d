package dev.standfirst.transfer;

import com.github.f4b6a3.uuid.UuidCreator;
import dev.standfirst.access.Actor;
import dev.standfirst.change.Change;
import dev.standfirst.change.ChangeLog;
import dev.standfirst.shared.job.BackgroundJob;
import dev.standfirst.shared.page.Page;
import dev.standfirst.shared.page.PageRequest;
import dev.standfirst.shared.problem.ProblemException;
import dev.standfirst.shared.problem.ProblemMapper;
import dev.standfirst.shared.problem.RequestProblem;
import io.quarkus.arc.All;
import io.quarkus.narayana.jta.QuarkusTransaction;
import io.smallrye.mutiny.Multi;
import jakarta.enterprise.context.ApplicationScoped;
import java.io.EOFException;
import java.io.IOException;
import java.time.Clock;
import java.time.Duration;
import java.util.List;
import java.util.Optional;
import java.util.Set;
import java.util.UUID;
import java.util.concurrent.CompletableFuture;
import java.util.concurrent.CompletionException;
import java.util.concurrent.Executor;
import java.util.zip.ZipException;
import org.eclipse.microprofile.context.ManagedExecutor;
import org.jboss.logging.Logger;

/** Reads files of things, and writes what is in them. */
@ApplicationScoped
public class ImportService {
    private static final Logger LOG = Logger.getLogger(ImportService.class);
    private static final Duration HEARTBEAT = Duration.ofSeconds(1);

    private final List<FileFormat> formats;
    private final Imports imports;
    private final LineParser parser;
    private final LineStore store;
    private final ThingWriter checker;
    private final ImportedArticles imported;
    private final BatchWriter writer;
    private final ChangeLog changes;
    private final Executor executor;
    private final Clock clock;

    ImportService(
            @All List<FileFormat> formats,
            Imports imports,
            LineParser parser,
            LineStore store,
            ThingWriter checker,
            ImportedArticles imported,
            BatchWriter writer,
            ChangeLog changes,
            ManagedExecutor executor,
            Clock clock) {
        this.formats = formats;
        this.imports = imports;
        this.parser = parser;
        this.store = store;
        this.checker = checker;
        this.imported = imported;
        this.writer = writer;
        this.changes = changes;
        this.executor = executor;
        this.clock = clock;
    }

    /** Lists imports, the latest first. */
    public Page<ImportView> list(PageRequest page) {
        return imports.page(page);
    }

    /** Reads an import; fails with {@code not-found}. */
    public ImportView read(UUID id) {
        return imports.read(id).orElseThrow(() -> RequestProblem.NOT_FOUND.because("There is no import of this id."));
    }

    /** Lists the faults of an import in the order in which they were found; fails with {@code not-found}. */
    public Page<ImportFault> faults(UUID id, PageRequest page) {
        return imports.faults(read(id).id(), page);
    }

    /**
     * Begins to read a file, and tells how it goes for as long as somebody listens; fails with {@link ImportProblem#IMPORT_RUNNING}. Reading
     * does not wait for listening, but ends where the listener goes away.
     */
    public Multi<ImportMessage> start(SentBytes file, RunOptions options, Actor actor) {
        if (options.restore() && options.dryRun()) {
            throw ImportProblem.RESTORATION_UNTRIED.because(ImportProblem.RESTORATION_UNTRIED.meaning());
        }
        Run run = new Run(UuidCreator.getTimeOrderedEpoch(), options, actor, clock);
        QuarkusTransaction.requiringNew().run(() -> imports.begin(run));
        Multi<ImportMessage> messages = new Progress(run, imports).messages(executor);
        executor.execute(() -> carryOut(run, file));
        return messages;
    }

    private void carryOut(Run run, SentBytes file) {
        BackgroundJob heart = new BackgroundJob("import", HEARTBEAT, () -> imports.keep(run));
        heart.start();
        try (ThingSource things = format(run).open(file, run.options())) {
            read(run, things);
            writer.writeWaiting(run);
            run.end(ImportState.FINISHED, null);
        } catch (BrokenFileException e) {
            run.end(ImportState.FAILED, e.getMessage());
        } catch (EOFException | ZipException e) {
            run.end(
                    ImportState.FAILED,
                    "The file broke off or is no gzip." + (e.getMessage() == null ? "" : " " + e.getMessage()));
        } catch (IOException e) {
            run.end(ImportState.INTERRUPTED, "The connection broke off.");
        } catch (RuntimeException | Error e) { // also where memory or the stack is at its end
            run.end(
                    ImportState.FAILED,
                    ProblemMapper.isUnavailable(e) ? RequestProblem.UNAVAILABLE.meaning() : noted(run, e));
        } finally {
            stop(heart);
            finish(run);
            run.release();
        }
    }

    private FileFormat format(Run run) {
        return formats.stream()
                .filter(format -> format.format() == run.options().format())
                .findFirst()
                .orElseThrow();
    }

    private static void stop(BackgroundJob heart) {
        try {
            heart.stop();
        } catch (InterruptedException e) {
            Thread.currentThread().interrupt();
        }
    }

    private static String noted(Run run, Throwable e) {
        UUID number = UUID.randomUUID();
        LOG.errorf(e, "Error %s in the import %s", number, run.id());
        return "It is in the server's log as " + number + ".";
    }

    private void finish(Run run) {
        try {
            imports.keep(run);
            store.forget(run);
            if (!run.isDryRun()) {
                QuarkusTransaction.requiringNew()
                        .run(() -> changes.append(run.actor(), new Change("import.finish", run.id(), 1, Set.of())));
            }
        } catch (RuntimeException e) {
            LOG.warnf("How the import %s ended could not be kept: %s", run.id(), e.getMessage());
        }
    }

    /** Reads to the end of the file, or as far as it can be read, and writes batch by batch. */
    private void read(Run run, ThingSource things) throws IOException {
        Reading reading = new Reading(run);
        try {
            while (!run.isEnding() && !reading.batch.isLast() && things.next()) {
                boolean isFirst = run.read() == 1;
                reading.read(things, isFirst);
            }
        } finally {
            reading.finish(things);
        }
    }

    /** Makes batches of the lines of a file: the drafts in them are read, and what is stored with them is derived. */
    private final class Reading {
        private final Run run;
        private final Writing writing;
        private Batch batch = new Batch();

        /** So many characters of lines are asked about together at most: they are in memory beside the batches. */
        private static final int MOST_ASKED = 1 << 20;

        /** Lines of which is asked together whether they made their things what they are; their drafts are not read then. */
        private Batch next = new Batch();

        Reading(Run run) {
            this.run = run;
            this.writing = new Writing(run);
        }

        void read(ThingSource things, boolean isFirst) {
            batch.remark(things.remarks());
            attempt(things.line(), () -> line(run, things, isFirst).ifPresent(next::add));
            if (next.isFull() || next.length() > MOST_ASKED) {
                check();
            }
        }

        void finish(ThingSource things) {
            try {
                if (!run.isEnding()) {
                    check();
                }
            } finally {
                batch.remark(things.remarks());
                writing.begin(batch);
                writing.finish();
            }
        }

        private void check() {
            List<Line> lines = next.lines();
            next = new Batch();
            Set<String> same = run.isRestoring() ? Set.of() : imported.same(lines);
            for (Line line : lines) {
                if (batch.isLast()) {
                    return;
                }
                check(line, same.contains(line.self()));
            }
        }

        private void check(Line line, boolean isSame) {
            try {
                batch.add(isSame ? line : checker.check(line));
            } catch (RuntimeException e) {
                refuse(line.number(), e);
            }
            if (batch.isFull()) {
                writing.begin(batch);
                batch = new Batch();
            }
        }

        private void attempt(long line, Runnable work) {
            try {
                work.run();
            } catch (RuntimeException e) {
                check(); // what came before it may end the run first
                if (!batch.isLast()) {
                    refuse(line, e);
                }
            }
        }

        private void refuse(long line, RuntimeException failure) {
            if (failure instanceof ProblemException problem) {
                ImportService.refuse(run, line, problem, batch);
            } else if (ProblemMapper.isUnavailable(failure)) {
                throw failure;
            } else { // a defect of ours in reading a draft: one line is no reason to lose the rest
                ImportService.refuse(run, line, RequestProblem.INTERNAL_ERROR.because(noted(run, failure)), batch);
            }
        }
    }

    private static void refuse(Run run, long line, ProblemException problem, Batch batch) {
        batch.refuse(line, problem);
        if (run.stopsOnFault() || problem.type() == ImportProblem.OTHER_SCHEMA) {
            batch.end();
        }
    }

    /**
     * Writes batches, one after the other, on a thread of its own, while the next is read. One may wait, as they do not all take as long; not a
     * large one, for its memory.
     */
    private final class Writing {
        private final Run run;
        private CompletableFuture<Void> earlier = CompletableFuture.completedFuture(null);
        private CompletableFuture<Void> last = earlier;

        Writing(Run run) {
            this.run = run;
        }

        /** Writes this batch after those before it, of which one at most may not be written yet; fails as they did. */
        void begin(Batch batch) {
            await(batch.isLarge() ? last : earlier);
            earlier = last;
            last = last.thenRunAsync(() -> writer.write(run, batch), executor);
        }

        /** Waits for the last batch; fails as one of them did. */
        void finish() {
            await(last);
        }

        private static void await(CompletableFuture<Void> written) {
            try {
                written.join();
            } catch (CompletionException e) {
                throw e.getCause() instanceof RuntimeException failure ? failure : e;
            }
        }
    }

    private Optional<Line> line(Run run, ThingSource things, boolean isFirst) {
        if (things.isTooLong()) {
            throw ImportProblem.LINE_TOO_LONG.because(ImportProblem.LINE_TOO_LONG.meaning());
        }
        return parser.parse(things.line(), things.json(), run.isRestoring(), isFirst);
    }
}
