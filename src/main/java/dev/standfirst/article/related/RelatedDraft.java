package dev.standfirst.article.related;

import dev.standfirst.article.Relation;
import dev.standfirst.shared.media.HttpUrl;
import jakarta.validation.Valid;
import jakarta.validation.constraints.NotNull;
import jakarta.validation.constraints.Size;
import java.util.List;
import org.eclipse.microprofile.openapi.annotations.media.Schema;
import org.jspecify.annotations.Nullable;

/** What an editor relates an article to. */
public record RelatedDraft(
        @Schema(description = "All links in order, as many as readers can ask for; an empty list takes them away")
        @NotNull
        @Size(max = 20)
        List<@Valid Link> items) {

    /** A link to an article, or to a page elsewhere. */
    @ArticleOrPage
    @Schema(
            name = "RelatedLinkDraft",
            description = "A link to an article, or to a page elsewhere: exactly one of article and url")
    public record Link(
            @Schema(
                    description =
                            "The slug or id of an article, whatever its status: readers see the link once that is live. An old slug will do",
                    examples = "the-last-keeper-of-the-fog")
            @Size(min = 1, max = 200)
            @Nullable
            String article,

            @Schema(
                    description = "A page elsewhere",
                    format = "uri",
                    examples = "https://example.org/reports/fog-signals")
            @HttpUrl
            @Nullable
            String url,

            @Schema(description = "The title of the page; required with url, and not taken with article")
            @Size(max = 300)
            @Nullable
            String title,

            @Schema(description = "Who published the page; not taken with article", examples = "Averin Port Authority")
            @Size(min = 1, max = 200)
            @Nullable
            String publisher,

            @Schema(description = "What it is to the article; more if left out") @Nullable
            Relation relation) {}
}
