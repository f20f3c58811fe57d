package dev.standfirst.transfer;

import jakarta.ws.rs.DefaultValue;
import org.eclipse.microprofile.openapi.annotations.parameters.Parameter;
import org.jboss.resteasy.reactive.RestQuery;

/** How an export of WordPress is taken. */
public record WordPressOptions(
        @Parameter(description = "Whether all is done batch by batch, and nothing kept")
        @DefaultValue("false")
        @RestQuery
        Boolean dryRun,

        @Parameter(description = "What a fault does: skip its thing, or stop the import behind what came before it")
        @DefaultValue("skip")
        @RestQuery
        ImportOptions.OnFault onFault,

        @Parameter(description = "Whether pages come in too, as articles") @DefaultValue("false") @RestQuery
        Boolean pages) {

    RunOptions options() {
        return new RunOptions(ImportFormat.WORDPRESS, dryRun, onFault, false, pages, null);
    }
}
