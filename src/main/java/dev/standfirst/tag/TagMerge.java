package dev.standfirst.tag;

import jakarta.validation.constraints.NotBlank;
import jakarta.validation.constraints.Size;
import org.eclipse.microprofile.openapi.annotations.media.Schema;

/** What a tag is merged into. */
public record TagMerge(
        @Schema(description = "The tag that stays, by its slug or id; no name, and no old slug", examples = "harbour")
        @NotBlank
        @Size(max = 200)
        String into) {}
