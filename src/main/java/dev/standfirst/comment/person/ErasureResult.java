package dev.standfirst.comment.person;

import org.eclipse.microprofile.openapi.annotations.media.Schema;

/** What was erased. */
@Schema(description = "What was erased, or with ?dryRun=true would be")
public record ErasureResult(
        @Schema(description = "Whether it was only counted, and nothing erased")
        boolean dryRun,

        @Schema(description = "How many comments the person had written", minimum = "0")
        int comments,

        @Schema(description = "In how many comments of others the address stood, and was taken out", minimum = "0")
        int mentions,

        @Schema(description = "How many entries of the block lists were about the person", minimum = "0")
        int blocks,

        @Schema(
                description = "How many answers, kept to be given again to a repeated request, held something of it",
                minimum = "0")
        int keptAnswers) {}
