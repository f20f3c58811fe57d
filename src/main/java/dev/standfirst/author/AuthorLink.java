package dev.standfirst.author;

import dev.standfirst.shared.media.HttpUrl;
import jakarta.validation.constraints.NotBlank;
import jakarta.validation.constraints.Size;
import org.eclipse.microprofile.openapi.annotations.media.Schema;

/** Where else an author is found. */
@Schema(description = "A page where an author is found")
public record AuthorLink(
        @Schema(description = "The text of the link", examples = "Website") @NotBlank @Size(max = 100)
        String title,

        @Schema(description = "The page", format = "uri", examples = "https://example.org/ines") @NotBlank @HttpUrl
        String url) {}
