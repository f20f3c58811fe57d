package dev.standfirst.transfer;

import jakarta.ws.rs.DefaultValue;
import org.eclipse.microprofile.openapi.annotations.parameters.Parameter;
import org.jboss.resteasy.reactive.RestQuery;

/** How a file is taken. */
public record ImportOptions(
        @Parameter(description = "Whether all is done batch by batch, and nothing kept")
        @DefaultValue("false")
        @RestQuery
        Boolean dryRun,

        @Parameter(description = "What a fault does: skip its line, or stop the import behind what came before it")
        @DefaultValue("skip")
        @RestQuery
        OnFault onFault,

        @Parameter(
                description =
                        "Whether the rows that an export has of its things are written as they are, with ids, versions, times, revisions and addresses of people, and what drafts say is passed over; for administrators, and for files that nobody changed")
        @DefaultValue("false")
        @RestQuery
        Boolean restore) {

    RunOptions options() {
        return new RunOptions(ImportFormat.NDJSON, dryRun, onFault, restore, false, null, null);
    }

    /** What a fault does. */
    public enum OnFault {
        SKIP,
        STOP
    }
}
