package dev.standfirst.article;

import dev.standfirst.access.ArticleStatus;
import dev.standfirst.author.AuthorRef;
import dev.standfirst.tag.TagRef;
import java.time.Instant;
import java.util.List;
import java.util.UUID;
import org.eclipse.microprofile.openapi.annotations.media.Schema;
import org.jspecify.annotations.Nullable;

/** An article in a list of management. */
public record ArticleSummary(
        @Schema(description = "Its id, which never changes") UUID id,

        @Schema(description = "Its address", examples = "the-last-keeper-of-the-fog")
        String slug,

        @Schema(description = "What another system calls it") @Nullable
        ExternalRef externalRef,

        @Schema(description = "The short line above the title") @Nullable
        String kicker,

        @Schema(description = "The headline") String title,

        @Schema(description = "Its authors in order, the first is primary")
        List<AuthorRef> authors,

        @Schema(description = "Its tags in order, the first is primary")
        List<TagRef> tags,

        @Schema(description = "The language of title and text (BCP 47)", examples = "en")
        String language,

        @Schema(description = "Whether front pages put it forward")
        boolean featured,

        @Schema(description = "Where it stands") ArticleStatus status,

        @Schema(description = "From when readers see it, once its status is published") @Nullable
        Instant publishedAt,

        @Schema(description = "From when readers no longer see it") @Nullable
        Instant unpublishAt,

        @Schema(description = "How many words its text has", minimum = "0")
        int wordCount,

        @Schema(description = "When it was created here") Instant createdAt,

        @Schema(description = "When anything of it was last changed, its tags and related links too")
        Instant updatedAt,

        @Schema(description = "Counts its changes; the ETag is this number in quotes", minimum = "1")
        long version,

        @Schema(description = "Whether it has a working copy, which lists do not show")
        boolean pending) {}
