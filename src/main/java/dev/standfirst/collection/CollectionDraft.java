package dev.standfirst.collection;

import dev.standfirst.redirect.SlugRule;
import jakarta.validation.Valid;
import jakarta.validation.constraints.NotBlank;
import jakarta.validation.constraints.Size;
import java.util.List;
import java.util.Objects;
import org.eclipse.microprofile.openapi.annotations.media.Schema;
import org.jspecify.annotations.Nullable;

/** What an editor writes of a collection. */
public record CollectionDraft(
        @Schema(
                description = "Its address; without it one is made of the name, or the current one is kept",
                pattern = "^[a-z0-9]+(-[a-z0-9]+)*$",
                examples = "front-page")
        @SlugRule
        @Size(min = 1, max = 200)
        @Nullable
        String slug,

        @Schema(description = "Its name", examples = "Front page") @NotBlank @Size(max = 200)
        String name,

        @Schema(description = "A sentence on what it gathers") @Size(max = 1000) @Nullable
        String description,

        @Schema(description = "Its stories in order, each once; none if left out") @Size(max = LONGEST) @Nullable
        List<@Valid ItemDraft> items) {

    /** How many stories a collection may hold. */
    static final int LONGEST = 200;

    CollectionDraft named(String chosenSlug) {
        return new CollectionDraft(chosenSlug, name, description, stories());
    }

    /** Says whether a collection has this address, name and description already. */
    boolean isThatOf(CollectionView collection) {
        return collection.slug().equals(slug)
                && collection.name().equals(name)
                && Objects.equals(collection.description(), description);
    }

    List<ItemDraft> stories() {
        return items == null ? List.of() : items;
    }
}
