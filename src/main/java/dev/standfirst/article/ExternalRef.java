package dev.standfirst.article;

import jakarta.validation.constraints.NotBlank;
import jakarta.validation.constraints.Size;
import org.eclipse.microprofile.openapi.annotations.media.Schema;

/** What another system calls an article; the pair is unique. */
@Schema(description = "What another system calls an article; the pair is unique")
public record ExternalRef(
        @Schema(description = "The other system", examples = "wordpress") @NotBlank @Size(max = 100)
        String source,

        @Schema(description = "Its name for the article there", examples = "post-4711") @NotBlank @Size(max = 300)
        String id) {}
