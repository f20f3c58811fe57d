package dev.standfirst.delivery;

import com.fasterxml.jackson.annotation.JsonInclude;
import com.fasterxml.jackson.databind.node.ObjectNode;
import dev.standfirst.shared.media.Image;
import java.time.Instant;
import java.util.List;
import java.util.UUID;
import org.eclipse.microprofile.openapi.annotations.media.Schema;
import org.jspecify.annotations.Nullable;

/** An article in a list: all that a teaser needs, and no body. */
@Schema(description = "An article in a list: all that a teaser needs, and no body")
public record ArticleTeaser(
        @Schema(description = "Its id, which never changes") UUID id,

        @Schema(description = "Its address", examples = "the-last-keeper-of-the-fog")
        String slug,

        @Schema(description = "The short line above the title") @Nullable
        String kicker,

        @Schema(description = "The headline") String title,

        @Schema(description = "The introductory paragraph below the title, as plain text") @Nullable
        String standfirst,

        @Schema(description = "A short text for teasers: the editor's, or else the beginning of the body")
        String excerpt,

        @Schema(description = "The lead image") @Nullable Image image,

        @Schema(description = "The language of title and text (BCP 47)", examples = "en")
        String language,

        @Schema(description = "Whether front pages put it forward")
        boolean featured,

        @Schema(description = "When it was published") Instant publishedAt,

        @Schema(description = "When anything of it was last changed, its tags and related links too")
        Instant updatedAt,

        @Schema(
                description = "How many words it has; a Chinese, Japanese or Korean character counts as one",
                minimum = "0")
        int wordCount,

        @Schema(description = "How long it takes to read, in minutes", minimum = "1")
        int readingMinutes,

        @Schema(description = "Its authors in order, the first is primary; only with ?include=authors")
        @JsonInclude(JsonInclude.Include.NON_NULL)
        @Nullable
        List<Byline> authors,

        @Schema(description = "Its tags in order, the first is primary; only with ?include=tags")
        @JsonInclude(JsonInclude.Include.NON_NULL)
        @Nullable
        List<TagLabel> tags,

        @Schema(description = "A JSON object of the site's own; only with ?include=custom")
        @JsonInclude(JsonInclude.Include.NON_NULL)
        @Nullable
        ObjectNode custom,

        @Schema(
                description = "How many comments are shown, replies among them; only with ?include=commentCount",
                minimum = "0")
        @JsonInclude(JsonInclude.Include.NON_NULL)
        @Nullable
        Integer commentCount) {}
