package dev.standfirst.article.history;

import dev.standfirst.article.ArticleContent;
import dev.standfirst.revision.Revision;
import org.eclipse.microprofile.openapi.annotations.media.Schema;

/** A revision of an article, and what the article said then. */
public record RevisionView(
        @Schema(description = "What is known of the revision")
        Revision revision,

        @Schema(description = "All that was written of the article then")
        ArticleContent content) {}
