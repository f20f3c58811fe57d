package dev.standfirst.transfer;

import io.smallrye.mutiny.Multi;
import java.time.Duration;
import java.util.ArrayDeque;
import java.util.Queue;
import java.util.concurrent.Executor;

/**
 * What an import tells who listens: that it began, how it stands once a second, its faults as they come, and its sums at the end.
 *
 * <p>Each message is made when the one before has been taken. A listener that is slow, or does not read before it has sent all, so gets
 * less of how it stood, and every fault: those wait in the database.
 */
final class Progress {
    private static final Duration EVERY = Duration.ofSeconds(1);
    private static final Duration SHORTEST = Duration.ofMillis(10);
    private static final int FAULTS_AT_ONCE = 100;

    private final Run run;
    private final Imports imports;
    private final Queue<ImportFault> faults = new ArrayDeque<>();
    private long told;
    private final ImportMessage first;
    private boolean hasBegun;
    private long nextAt;
    private boolean isOver;

    Progress(Run run, Imports imports) {
        this.run = run;
        this.imports = imports;
        this.first = ImportMessage.of(run.view());
    }

    /** The messages; who stops listening ends the import. */
    Multi<ImportMessage> messages(Executor executor) {
        return Multi.createBy()
                .repeating()
                .supplier(this::next)
                .whilst(message -> !isOver)
                .runSubscriptionOn(executor)
                .onCancellation()
                .invoke(run::cut);
    }

    private ImportMessage next() {
        if (!hasBegun) {
            hasBegun = true;
            nextAt = System.nanoTime() + EVERY.toNanos();
            return first;
        }
        while (true) {
            boolean hasEnded = run.isReleased(); // before the faults are looked for, so that none is missed
            long now = System.nanoTime();
            if (now - nextAt >= 0 && !hasEnded) {
                nextAt = now + EVERY.toNanos();
                ImportView view = run.view();
                if (view.state() == ImportState.RUNNING) {
                    return ImportMessage.of(view);
                }
            }
            if (faults.isEmpty()) {
                faults.addAll(imports.faultsBehind(run.id(), told, FAULTS_AT_ONCE));
            }
            ImportFault fault = faults.poll();
            if (fault != null) {
                told++;
                return ImportMessage.of(fault);
            }
            if (hasEnded) {
                isOver = true;
                return ImportMessage.of(run.view());
            }
            run.awaitEnd(Duration.ofNanos(Math.max(nextAt - now, SHORTEST.toNanos())));
        }
    }
}
