package dev.standfirst.transfer;

import java.time.Duration;
import java.time.Instant;
import java.util.UUID;
import org.eclipse.microprofile.openapi.annotations.media.Schema;
import org.jspecify.annotations.Nullable;

/** An import, running or ended. */
@Schema(name = "Import", description = "An import, running or ended")
public record ImportView(
        @Schema(description = "Its id") UUID id,

        @Schema(description = "What kind of file it reads") ImportFormat format,

        @Schema(
                description =
                        "running; finished: the file was read to its end; stopped: by a fault, as onFault says; interrupted: the connection or the server went away, and sending the file again goes on; failed: the file or the server broke, as the detail says")
        ImportState state,

        @Schema(description = "Why it ended, unless it finished") @Nullable
        String detail,

        @Schema(description = "Whether nothing of it is kept")
        boolean dryRun,

        @Schema(description = "How many lines came, and what became of their things")
        Counts counts,

        @Schema(description = "How many things a second were done, from its start on")
        double rate,

        @Schema(description = "The name of who sent the file")
        String startedBy,

        @Schema(description = "When it began") Instant startedAt,

        @Schema(description = "When it ended; null while it runs") @Nullable
        Instant endedAt) {

    ImportView(
            UUID id,
            ImportFormat format,
            ImportState state,
            @Nullable String detail,
            boolean dryRun,
            Counts counts,
            String startedBy,
            Instant startedAt,
            @Nullable Instant endedAt,
            Instant lookedAt) {
        this(
                id,
                format,
                state,
                detail,
                dryRun,
                counts,
                rate(counts.done(), Duration.between(startedAt, lookedAt)),
                startedBy,
                startedAt,
                endedAt);
    }

    private static double rate(long done, Duration time) {
        return time.isZero() || time.isNegative() ? 0 : Math.round(done * 1e10 / time.toNanos()) / 10.0;
    }

    /** How many lines came, and what became of their things. */
    @Schema(name = "ImportCounts", description = "How many lines came, and what became of their things")
    public record Counts(
            @Schema(
                    description =
                            "Things of the file that were read; of NDJSON each line but blank ones, also those of an export that only a restoration writes")
            long lines,

            @Schema(description = "Things that are done: created, updated, unchanged and refused ones together")
            long done,

            @Schema(description = "Things that were not there before")
            long created,

            @Schema(description = "Things that were there, and were changed")
            long updated,

            @Schema(description = "Things that were so already: nothing was written")
            long unchanged,

            @Schema(description = "Lines with faults; nothing of them was kept")
            long refused,

            @Schema(description = "Things that wait for what they name")
            long waiting) {

        Counts(long lines, long created, long updated, long unchanged, long refused, long waiting) {
            this(lines, created + updated + unchanged + refused, created, updated, unchanged, refused, waiting);
        }
    }
}
