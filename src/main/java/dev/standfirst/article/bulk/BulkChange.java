package dev.standfirst.article.bulk;

import dev.standfirst.article.ArticleDraft;
import dev.standfirst.shared.json.MergePatch;
import jakarta.validation.constraints.NotBlank;
import jakarta.validation.constraints.Size;
import java.util.List;
import java.util.UUID;
import org.eclipse.microprofile.openapi.annotations.media.Schema;
import org.jspecify.annotations.Nullable;

/** What is done to many articles: they are patched and retagged, or they are moved. */
public record BulkChange(
        @Schema(
                description =
                        "The articles, by id; where the query has a filter, those of them that it keeps. Without ids, all that the filter keeps; without either, the request is refused (nothing-selected)")
        @Size(min = 1, max = 1000)
        @Nullable
        List<UUID> ids,

        @Schema(description = "How each is changed, as by PATCH") @Nullable
        MergePatch<ArticleDraft> patch,

        @Schema(description = "Tags that each gets behind those it has, by slug or by name") @Size(max = 100) @Nullable
        List<@NotBlank @Size(max = 200) String> addTags,

        @Schema(description = "Tags that are taken off each, by slug or by name, before others are added")
        @Size(max = 100)
        @Nullable
        List<@NotBlank @Size(max = 200) String> removeTags,

        @Schema(description = "Where each is moved; nothing else can be done to it in the same request") @Nullable
        BulkMove move) {

    /** Says whether it does anything that edits an article. */
    boolean edits() {
        return patch != null || retags();
    }

    boolean retags() {
        return !added().isEmpty() || !removed().isEmpty();
    }

    List<String> added() {
        return addTags == null ? List.of() : addTags;
    }

    List<String> removed() {
        return removeTags == null ? List.of() : removeTags;
    }
}
