package dev.standfirst.author;

import com.fasterxml.jackson.databind.node.JsonNodeFactory;
import com.fasterxml.jackson.databind.node.ObjectNode;
import dev.standfirst.redirect.SlugRule;
import dev.standfirst.shared.json.FreeForm;
import dev.standfirst.shared.media.Image;
import jakarta.validation.Valid;
import jakarta.validation.constraints.NotBlank;
import jakarta.validation.constraints.Size;
import java.util.List;
import org.eclipse.microprofile.openapi.annotations.media.Schema;
import org.jspecify.annotations.Nullable;

/** What an editor writes of an author. */
public record AuthorDraft(
        @Schema(
                description = "The address; without it one is made of the name, or the current one is kept",
                pattern = "^[a-z0-9]+(-[a-z0-9]+)*$",
                examples = "ines-calder")
        @SlugRule
        @Size(min = 1, max = 200)
        @Nullable
        String slug,

        @Schema(description = "The name that readers see", examples = "Ines Calder") @NotBlank @Size(max = 200)
        String name,

        @Schema(description = "Some sentences on the author, as plain text") @Size(max = 5000) @Nullable
        String bio,

        @Schema(description = "A portrait") @Valid @Nullable Image image,

        @Schema(description = "Where else the author is found, in order") @Size(max = 20) @Nullable
        List<@Valid AuthorLink> links,

        @Schema(
                description =
                        "A JSON object of the site's own, which readers get as it is: at most 16,384 bytes, 32 levels deep; empty if left out")
        @FreeForm
        @Nullable
        ObjectNode custom) {

    AuthorDraft named(String chosenSlug) {
        return new AuthorDraft(
                chosenSlug,
                name,
                bio,
                image,
                links == null ? List.of() : links,
                custom == null ? JsonNodeFactory.instance.objectNode() : custom);
    }
}
