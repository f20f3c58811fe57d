package dev.standfirst.article;

import jakarta.validation.constraints.Size;
import org.eclipse.microprofile.openapi.annotations.media.Schema;
import org.jspecify.annotations.Nullable;

/** What search engines and link previews show instead of title and excerpt. */
@Schema(description = "What search engines and link previews show instead of title and excerpt")
public record Seo(
        @Schema(description = "A headline for search engines; without it, the title") @Size(max = 300) @Nullable
        String title,

        @Schema(description = "A description for search engines, as plain text; without it, the excerpt")
        @Size(max = 1000)
        @Nullable
        String description) {

    static final Seo NONE = new Seo(null, null);
}
