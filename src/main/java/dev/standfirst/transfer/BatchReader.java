package dev.standfirst.transfer;

import dev.standfirst.shared.problem.ProblemException;
import dev.standfirst.shared.problem.ProblemMapper;
import dev.standfirst.shared.problem.RequestProblem;
import jakarta.inject.Singleton;
import java.io.IOException;
import java.util.List;
import java.util.Optional;
import java.util.Set;
import java.util.concurrent.CompletableFuture;
import java.util.concurrent.CompletionException;
import java.util.concurrent.Executor;
import org.eclipse.microprofile.context.ManagedExecutor;

/** Reads the lines of files, many to a batch, and what is stored of them besides the database's work, while {@link BatchWriter} writes those before. */
@Singleton
final class BatchReader {
    /** So many characters of lines are asked about together at most: they are in memory beside the batches. */
    private static final int MOST_ASKED = 1 << 20;

    private final LineParser parser;
    private final ThingWriter checker;
    private final ImportedArticles imported;
    private final BatchWriter writer;
    private final Executor executor;

    BatchReader(
            LineParser parser,
            ThingWriter checker,
            ImportedArticles imported,
            BatchWriter writer,
            ManagedExecutor executor) {
        this.parser = parser;
        this.checker = checker;
        this.imported = imported;
        this.writer = writer;
        this.executor = executor;
    }

    /** Reads to the end of a file, or as far as it can be read, and has all of that written. */
    void read(Run run, ThingSource things) throws IOException {
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

    private Optional<Line> line(Run run, ThingSource things, boolean isFirst) {
        if (things.isTooLong()) {
            throw ImportProblem.LINE_TOO_LONG.because(ImportProblem.LINE_TOO_LONG.meaning());
        }
        return parser.parse(things.line(), things.json(), run.isRestoring(), isFirst);
    }

    /** Makes batches of the lines of one file: the drafts in them are read, and what is stored with them is derived. */
    private final class Reading {
        private final Run run;
        private final Writing writing;
        private Batch batch = new Batch();

        /** Lines of which is asked together whether they made their things what they are; their drafts are not read then. */
        private Batch next = new Batch();

        Reading(Run run) {
            this.run = run;
            this.writing = new Writing(run);
        }

        void read(ThingSource things, boolean isFirst) {
            batch.remark(things.remarks());
            try {
                line(run, things, isFirst).ifPresent(next::add);
            } catch (RuntimeException e) {
                check(); // what came before it may end the run first
                if (!batch.isLast()) {
                    refuse(things.line(), e);
                }
            }
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
            if (batch.isFull() && !batch.isLast()) {
                writing.begin(batch);
                batch = new Batch();
            }
        }

        private void refuse(long line, RuntimeException failure) {
            if (!(failure instanceof ProblemException) && ProblemMapper.isUnavailable(failure)) {
                throw failure;
            }
            // A defect of ours in reading a draft: one line is no reason to lose the rest.
            ProblemException problem = failure instanceof ProblemException known
                    ? known
                    : RequestProblem.INTERNAL_ERROR.because(ImportService.noted(run, failure));
            batch.refuse(line, problem);
            if (run.stopsOnFault() || problem.type() == ImportProblem.OTHER_SCHEMA) {
                batch.end();
            }
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
}
