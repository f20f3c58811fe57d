package dev.standfirst.transfer;

import jakarta.validation.constraints.Pattern;
import jakarta.validation.constraints.Size;
import jakarta.ws.rs.DefaultValue;
import org.eclipse.microprofile.openapi.annotations.parameters.Parameter;
import org.jboss.resteasy.reactive.RestQuery;
import org.jspecify.annotations.Nullable;

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
        Boolean pages,

        @Parameter(
                description =
                        "What the other system is called in externalRef; without it, wordpress: and the address of the site that is in the file. Say another for each of several sites whose files have the same address, and the same each time: by it what comes again is known",
                example = "wordpress:old.example.org")
        @RestQuery
        @Pattern(regexp = "[!-~]+")
        @Size(max = 100)
        @Nullable
        String source) {

    RunOptions options() {
        return new RunOptions(ImportFormat.WORDPRESS, dryRun, onFault, false, pages, source, null);
    }
}
