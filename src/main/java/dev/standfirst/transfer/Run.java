package dev.standfirst.transfer;

import dev.standfirst.access.Actor;
import dev.standfirst.change.Outcome;
import dev.standfirst.shared.problem.ErrorLog;
import dev.standfirst.shared.problem.ProblemException;
import dev.standfirst.shared.problem.RequestProblem;
import java.time.Clock;
import java.time.Duration;
import java.time.Instant;
import java.util.ArrayList;
import java.util.Comparator;
import java.util.List;
import java.util.UUID;
import java.util.concurrent.CountDownLatch;
import java.util.concurrent.TimeUnit;
import java.util.concurrent.atomic.AtomicLong;
import org.jspecify.annotations.Nullable;

/** An import while it runs. One thread at a time writes for it; others read its file, look, and may ask it to end. */
final class Run {
    private final UUID id;
    private final RunOptions options;
    private final Actor actor;
    private final Instant startedAt;
    private final Clock clock;
    private final CountDownLatch ended = new CountDownLatch(1);

    private final AtomicLong lines = new AtomicLong();
    private final AtomicLong created = new AtomicLong();
    private final AtomicLong updated = new AtomicLong();
    private final AtomicLong unchanged = new AtomicLong();
    private final AtomicLong refused = new AtomicLong();
    private final AtomicLong waiting = new AtomicLong();
    private final AtomicLong faults = new AtomicLong();

    private volatile ImportState state = ImportState.RUNNING;
    private volatile @Nullable String detail;
    private volatile @Nullable Instant endedAt;
    private final List<ImportFault> unkept = new ArrayList<>();

    private volatile boolean isCut;
    private volatile boolean isStopped;

    Run(UUID id, RunOptions options, Actor actor, Clock clock) {
        this.id = id;
        this.options = options;
        this.actor = actor;
        this.clock = clock;
        this.startedAt = clock.instant();
    }

    UUID id() {
        return id;
    }

    Actor actor() {
        return actor;
    }

    RunOptions options() {
        return options;
    }

    boolean isDryRun() {
        return options.dryRun();
    }

    /** Whether the file is one of another system. */
    boolean isForeign() {
        return options.format() != ImportFormat.NDJSON;
    }

    /** Whether rows of an export are written, and not drafts. */
    boolean isRestoring() {
        return options.restore();
    }

    /** Counts a thing of the file. */
    void read() {
        lines.incrementAndGet();
    }

    void count(Outcome outcome) {
        switch (outcome) {
            case CREATED -> created.incrementAndGet();
            case UPDATED -> updated.incrementAndGet();
            case UNCHANGED -> unchanged.incrementAndGet();
        }
    }

    /** Notes the faults of a line, or of a place in the file. */
    void refuse(List<ImportFault> found) {
        refused.incrementAndGet();
        unkept.addAll(found);
        if (stopsOnFault()) {
            isStopped = true;
        }
    }

    /** Notes what is no fault of a thing. */
    void note(ImportFault remark) {
        unkept.add(remark);
    }

    /** Notes a defect of ours, which one line met, in the log; returns what is told of it. */
    ProblemException defect(long line, Throwable failure) {
        return RequestProblem.INTERNAL_ERROR.because(ErrorLog.note(failure, "line " + line + " of the import " + id));
    }

    /** Takes the faults that were noted since, in the order of the file. */
    List<ImportFault> takeFaults() {
        List<ImportFault> taken =
                unkept.stream().sorted(Comparator.comparing(ImportFault::line)).toList();
        unkept.clear();
        return taken;
    }

    boolean stopsOnFault() {
        return options.onFault() == ImportOptions.OnFault.STOP;
    }

    /** Says whether nothing more is to be written. */
    boolean isEnding() {
        return isCut || isStopped;
    }

    void countWaiting(int more) {
        waiting.addAndGet(more);
    }

    /** How many things were done or refused, or wait. */
    long counted() {
        return created.get() + updated.get() + unchanged.get() + refused.get() + waiting.get();
    }

    boolean isAnyWaiting() {
        return waiting.get() > 0;
    }

    long nextFault() {
        return faults.incrementAndGet();
    }

    /** Ends it with what came yet: a fault is one of the whole file. */
    void stop() {
        isStopped = true;
    }

    /** Asks it to end with the batch that it is at: nobody listens any more. */
    void cut() {
        isCut = true;
    }

    /** Ends it; how, where the file was read as it should be, depends on who wanted it to end. */
    void end(ImportState how, @Nullable String why) {
        boolean isWished = how == ImportState.FINISHED;
        detail = isWished && isCut ? "The connection broke off." : isWished && isStopped ? "A fault stopped it." : why;
        endedAt = clock.instant();
        state = isWished && isCut ? ImportState.INTERRUPTED : isWished && isStopped ? ImportState.STOPPED : how;
    }

    /** Lets go whoever waits for the end: all of it is written down. */
    void release() {
        ended.countDown();
    }

    boolean isReleased() {
        return ended.getCount() == 0;
    }

    /** Waits for the end, but not for longer than this. */
    void awaitEnd(Duration atMost) {
        try {
            ended.await(atMost.toNanos(), TimeUnit.NANOSECONDS);
        } catch (InterruptedException e) {
            Thread.currentThread().interrupt();
        }
    }

    ImportView view() {
        return new ImportView(
                id,
                options.format(),
                state,
                detail,
                options.dryRun(),
                new ImportView.Counts(
                        lines.get(), created.get(), updated.get(), unchanged.get(), refused.get(), waiting.get()),
                actor.name(),
                startedAt,
                endedAt,
                endedAt == null ? clock.instant() : endedAt);
    }
}
