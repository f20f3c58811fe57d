package dev.standfirst.article;

import jakarta.validation.constraints.Size;
import jakarta.ws.rs.DefaultValue;
import java.time.Instant;
import org.eclipse.microprofile.openapi.annotations.parameters.Parameter;
import org.jboss.resteasy.reactive.RestQuery;
import org.jspecify.annotations.Nullable;

/** How a draft is taken. */
public record ArticleOptions(
        @Parameter(description = "Whether tags that are not known are created; the key's role must allow it")
        @DefaultValue("true")
        @RestQuery
        Boolean createTags,

        @Parameter(
                description =
                        "Whether a published article keeps what readers see, and the change goes to its working copy; one that is not published is changed itself")
        @DefaultValue("false")
        @RestQuery
        Boolean draft,

        @Parameter(description = "Why; its revision keeps it") @Size(max = LONGEST_NOTE) @RestQuery @Nullable
        String note) {

    /** In characters: a request line takes 4,096 bytes, and each may need nine of them. */
    static final int LONGEST_NOTE = 300;

    /** How a change is taken that nobody said more of. */
    public static ArticleOptions creatingTags(boolean createTags) {
        return new ArticleOptions(createTags, false, null);
    }

    /** How a new draft is taken. */
    public record OnCreate(
            @Parameter(
                    description =
                            "Whether an article of the same externalRef is updated instead; without it, that is a 409. A draft that says what readers see already changes nothing, also where there is a working copy; the answer is that of a GET")
            @DefaultValue("false")
            @RestQuery
            Boolean upsert,

            @Parameter(description = "Whether tags that are not known are created; the key's role must allow it")
            @DefaultValue("true")
            @RestQuery
            Boolean createTags,

            @Parameter(description = "Why; its revision keeps it") @Size(max = LONGEST_NOTE) @RestQuery @Nullable
            String note) {}

    /** How new related links are taken. */
    public record OnRelate(
            @Parameter(
                    description =
                            "Whether a published article keeps what readers see, and the change goes to its working copy")
            @DefaultValue("false")
            @RestQuery
            Boolean draft,

            @Parameter(description = "Why; its revision keeps it") @Size(max = LONGEST_NOTE) @RestQuery @Nullable
            String note) {}

    /** How an article is moved. */
    public record OnMove(
            @Parameter(description = "Why; its revision keeps it") @Size(max = LONGEST_NOTE) @RestQuery @Nullable
            String note) {}

    /** How an article is published. */
    public record OnPublish(
            @Parameter(
                    description =
                            "From when readers see it, or what its working copy says: an embargo, if it lies ahead; without it, at once, or from the publishedAt that a draft has")
            @RestQuery
            @Nullable
            Instant at,

            @Parameter(description = "Why; its revision keeps it") @Size(max = LONGEST_NOTE) @RestQuery @Nullable
            String note) {}

    /** Which of the two is shown. */
    public record View(
            @Parameter(
                    description =
                            "desk: the working copy, where there is one; live: what readers see, or would see at its time")
            @DefaultValue("desk")
            @RestQuery("view")
            Side side) {}

    /** A side of an article. */
    public enum Side {
        DESK,
        LIVE
    }
}
