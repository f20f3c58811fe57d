package dev.standfirst.transfer;

import dev.standfirst.shared.media.HttpUrl;
import jakarta.validation.constraints.Pattern;
import jakarta.validation.constraints.Size;
import jakarta.ws.rs.DefaultValue;
import org.eclipse.microprofile.openapi.annotations.parameters.Parameter;
import org.jboss.resteasy.reactive.RestQuery;
import org.jspecify.annotations.Nullable;

/** How an export of Ghost is taken. */
public record GhostOptions(
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
                        "What the other system is called in externalRef; without it, ghost. Say another for each of several sites that come from Ghost, and the same each time: by it what comes again is known",
                example = "ghost:old.example.org")
        @RestQuery
        @Pattern(regexp = "[!-~]+")
        @Size(max = 100)
        @Nullable
        String source,

        @Parameter(
                description =
                        "The address of the site, which the file does not have: it takes the place of __GHOST_URL__. Without it, links within the site begin with its path, and pictures that lie there are left out",
                example = "https://old.example.org")
        @RestQuery
        @HttpUrl
        @Size(max = 500)
        @Nullable
        String url) {

    RunOptions options() {
        return new RunOptions(ImportFormat.GHOST, dryRun, onFault, false, pages, source, url);
    }
}
