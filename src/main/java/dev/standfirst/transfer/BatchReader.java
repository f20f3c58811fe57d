package dev.standfirst.transfer;

import dev.standfirst.shared.problem.ProblemException;
import dev.standfirst.shared.problem.ProblemMapper;
import jakarta.inject.Singleton;
import java.io.IOException;
import java.util.ArrayList;
import java.util.List;
import java.util.Objects;
import java.util.Set;
import java.util.concurrent.CompletableFuture;
import java.util.concurrent.CompletionException;
import java.util.concurrent.Executor;
import org.eclipse.microprofile.context.ManagedExecutor;
import org.jspecify.annotations.Nullable;

/** Reads the lines of files, many to a batch, and what is stored of them besides the database's work, while {@link BatchWriter} writes those before. */
@Singleton
final class BatchReader {
    /** With so many characters of lines ahead of the batch no more are read before they are looked at: they are in memory beside it. */
    private static final int MOST_AHEAD = 1 << 20;

    private final LineParser parser;
    private final ThingWriter things;
    private final ImportedArticles imported;
    private final BatchWriter writer;
    private final Executor executor;

    BatchReader(
            LineParser parser,
            ThingWriter things,
            ImportedArticles imported,
            BatchWriter writer,
            ManagedExecutor executor) {
        this.parser = parser;
        this.things = things;
        this.imported = imported;
        this.writer = writer;
        this.executor = executor;
    }

    /** Reads to the end of a file, or as far as it can be read, and has all of that written. */
    void read(Run run, ThingSource file) throws IOException {
        Reading reading = new Reading(run);
        try {
            while (!run.isEnding() && !reading.batch.isLast() && file.next()) {
                reading.read(file);
            }
        } finally {
            reading.finish(file);
        }
    }

    /**
     * A thing of a file, as far as the file alone tells: a line, or why it is refused. Neither is there of one that says nothing to this run.
     *
     * @param number on which line of the file it begins
     * @param remarks what was to be said of the file up to there
     */
    private record Parsed(
            long number, @Nullable Line line, @Nullable RuntimeException refusal, List<ThingSource.Remark> remarks) {

        /** In how many characters it says what it says. */
        int length() {
            if (refusal instanceof ProblemException problem) {
                return Batch.length(problem);
            }
            return line == null ? 0 : line.text().length();
        }
    }

    private Parsed parse(Run run, ThingSource file, boolean isFirst) {
        long number = file.line();
        List<ThingSource.Remark> remarks = file.remarks();
        try {
            if (file.isTooLong()) {
                throw ImportProblem.LINE_TOO_LONG.because(ImportProblem.LINE_TOO_LONG.meaning());
            }
            Line line = parser.parse(number, file.json(), run.isRestoring(), isFirst)
                    .orElse(null);
            return new Parsed(number, line, null, remarks);
        } catch (RuntimeException e) {
            return new Parsed(number, null, e, remarks);
        }
    }

    /** Makes batches of one file: the drafts in them are read, and what is stored with them is derived. */
    private final class Reading {
        private final Run run;
        private final Writing writing;

        /** What was read, and not yet looked at: of all of it is asked at once which lines made their things what they are. */
        private List<Parsed> ahead = new ArrayList<>();

        private int lengthAhead;
        private boolean isFirst = true;
        private Batch batch = new Batch();

        Reading(Run run) {
            this.run = run;
            this.writing = new Writing(run);
        }

        void read(ThingSource file) {
            Parsed parsed = parse(run, file, isFirst);
            isFirst = false;
            ahead.add(parsed);
            lengthAhead += parsed.length();
            if (ahead.size() >= Batch.MOST_LINES || lengthAhead > MOST_AHEAD) {
                lookAtWhatIsAhead();
            }
        }

        void finish(ThingSource file) {
            try {
                if (!run.isEnding()) {
                    lookAtWhatIsAhead();
                }
            } finally {
                batch.remark(file.remarks());
                writing.begin(batch);
                writing.finish();
            }
        }

        private void lookAtWhatIsAhead() {
            List<Parsed> all = ahead;
            ahead = new ArrayList<>();
            lengthAhead = 0;
            Set<Line> same = imported.same(
                    all.stream().map(Parsed::line).filter(Objects::nonNull).toList());
            for (Parsed parsed : all) {
                if (batch.isLast()) {
                    return;
                }
                run.read();
                lookAt(parsed, same);
                if (batch.isFull() && !batch.isLast()) {
                    writing.begin(batch);
                    batch = new Batch();
                }
            }
        }

        private void lookAt(Parsed parsed, Set<Line> same) {
            batch.remark(parsed.remarks());
            Line line = parsed.line();
            if (parsed.refusal() != null) {
                refuse(parsed.number(), parsed.refusal());
            } else if (line != null) {
                try {
                    batch.add(same.contains(line) ? line : things.prepared(line));
                } catch (RuntimeException e) {
                    refuse(line.number(), e);
                }
            }
        }

        private void refuse(long line, RuntimeException failure) {
            if (!(failure instanceof ProblemException) && ProblemMapper.isUnavailable(failure)) {
                throw failure;
            }
            // A defect of ours in reading a draft: one line is no reason to lose the rest.
            ProblemException problem = failure instanceof ProblemException known ? known : run.defect(line, failure);
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
