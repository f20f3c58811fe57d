package dev.standfirst.article;

import dev.standfirst.body.BodyFormat;
import jakarta.validation.constraints.NotNull;
import jakarta.validation.constraints.Size;
import org.eclipse.microprofile.openapi.annotations.media.Schema;
import org.jspecify.annotations.Nullable;

/** The text of an article as it is written. */
public record BodyDraft(
        @Schema(
                description =
                        "How the source is written: CommonMark with tables, strikethrough, autolinks and footnotes, or HTML; markdown if left out")
        @Nullable
        BodyFormat format,

        @Schema(description = "The text itself; kept as it is, and sanitised in all that is derived from it")
        @NotNull
        @Size(max = BodyDraft.MAX_LENGTH)
        String source) {

    /** The most characters of the source. */
    public static final int MAX_LENGTH = 1_500_000;

    static final BodyDraft EMPTY = new BodyDraft(BodyFormat.MARKDOWN, "");

    BodyDraft complete() {
        return format == null ? new BodyDraft(BodyFormat.MARKDOWN, source) : this;
    }
}
