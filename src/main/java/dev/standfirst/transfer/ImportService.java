package dev.standfirst.transfer;

import com.github.f4b6a3.uuid.UuidCreator;
import dev.standfirst.access.Actor;
import dev.standfirst.change.Change;
import dev.standfirst.change.ChangeLog;
import dev.standfirst.shared.job.BackgroundJob;
import dev.standfirst.shared.page.Page;
import dev.standfirst.shared.page.PageRequest;
import dev.standfirst.shared.problem.ErrorLog;
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
import java.util.Set;
import java.util.UUID;
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
    private final LineStore store;
    private final BatchReader reader;
    private final BatchWriter writer;
    private final ChangeLog changes;
    private final Executor executor;
    private final Clock clock;

    ImportService(
            @All List<FileFormat> formats,
            Imports imports,
            LineStore store,
            BatchReader reader,
            BatchWriter writer,
            ChangeLog changes,
            ManagedExecutor executor,
            Clock clock) {
        this.formats = formats;
        this.imports = imports;
        this.store = store;
        this.reader = reader;
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
            reader.read(run, things);
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
                    ProblemMapper.isUnavailable(e)
                            ? RequestProblem.UNAVAILABLE.meaning()
                            : ErrorLog.note(e, "the import " + run.id()));
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
}
