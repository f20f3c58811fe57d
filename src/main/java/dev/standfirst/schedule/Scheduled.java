package dev.standfirst.schedule;

import java.time.Instant;
import java.util.UUID;
import org.eclipse.microprofile.openapi.annotations.media.Schema;

/** Something that time alone does, or did. */
@Schema(name = "Scheduled", description = "Something that time alone does, or did")
public record Scheduled(
        @Schema(description = "When") Instant at,

        @Schema(
                description =
                        "What: a story goes live, its working copy is published, it ends, or an edition of a collection begins")
        Event event,

        @Schema(description = "The id of the article or collection")
        UUID id,

        @Schema(description = "The address of the article or collection", examples = "the-last-keeper-of-the-fog")
        String slug,

        @Schema(description = "The headline that readers see until then, or see first; the name of a collection")
        String title) {

    /** What time does. */
    @Schema(
            name = "ScheduledEvent",
            description =
                    "What time does: a story goes live, its working copy is published, it ends, or an edition of a collection begins")
    public enum Event {
        LIVE,
        UPDATE,
        END,
        COLLECTION
    }
}
