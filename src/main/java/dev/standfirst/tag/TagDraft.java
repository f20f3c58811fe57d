package dev.standfirst.tag;

import com.fasterxml.jackson.databind.node.JsonNodeFactory;
import com.fasterxml.jackson.databind.node.ObjectNode;
import dev.standfirst.redirect.SlugRule;
import dev.standfirst.shared.json.FreeForm;
import jakarta.validation.constraints.NotBlank;
import jakarta.validation.constraints.Size;
import org.eclipse.microprofile.openapi.annotations.media.Schema;
import org.jspecify.annotations.Nullable;

/** What an editor writes of a tag. */
public record TagDraft(
        @Schema(
                description = "Its address; without it one is made of the name, or the current one is kept",
                pattern = "^[a-z0-9]+(-[a-z0-9]+)*$",
                examples = "harbour")
        @SlugRule
        @Size(min = 1, max = 200)
        @Nullable
        String slug,

        @Schema(description = "What readers see", examples = "Harbour") @NotBlank @Size(max = LONGEST_NAME)
        String name,

        @Schema(description = "A sentence on what it gathers") @Size(max = 1000) @Nullable
        String description,

        @Schema(description = "What kind of thing it stands for; topic if left out") @Nullable
        TagKind kind,

        @Schema(
                description =
                        "A JSON object of the site's own, which readers get as it is: at most 16,384 bytes, 32 levels deep; empty if left out")
        @FreeForm
        @Nullable
        ObjectNode custom) {

    static final int LONGEST_NAME = 100;

    TagDraft named(String chosenSlug) {
        return new TagDraft(
                chosenSlug,
                name,
                description,
                kind == null ? TagKind.TOPIC : kind,
                custom == null ? JsonNodeFactory.instance.objectNode() : custom);
    }
}
