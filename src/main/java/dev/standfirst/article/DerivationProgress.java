package dev.standfirst.article;

import org.eclipse.microprofile.openapi.annotations.media.Schema;

/** How far the bodies of all articles are derived by the present rules. */
@Schema(description = "How far the bodies of all articles are derived by the present rules")
public record DerivationProgress(
        @Schema(
                description =
                        "The number of the present rules, by which every body that is written now is derived; a release that mends a rule raises it",
                minimum = "1")
        int number,

        @Schema(description = "How many articles have a body that is derived by them", minimum = "0")
        long upToDate,

        @Schema(
                description =
                        "How many have one that older rules derived; a job brings these up to date, without being asked",
                minimum = "0")
        long outdated) {}
