package dev.standfirst.redirect;

import jakarta.validation.constraints.NotBlank;
import jakarta.validation.constraints.Size;
import org.eclipse.microprofile.openapi.annotations.media.Schema;
import org.jspecify.annotations.Nullable;

/** A path that leads somewhere, as an editor or an importer writes it: with exactly one of article, tag, author and location. */
@Schema(description = "A path, and exactly one of article, tag, author and location")
public record RedirectDraft(
        @Schema(
                description =
                        "What leads on: a path of the site that begins with one slash, with its query if it has one, without a fragment. Escapes are compared as they are in one form (RFC 3986, section 6.2.2), slashes at the end of the path not at all, the query as it is",
                examples = "/2019/05/old-title/")
        @NotBlank
        @Size(max = SitePath.MAX_LENGTH)
        @PathRule
        String path,

        @Schema(description = "The slug or id of an article that it leads to; an old slug will do")
        @Size(min = 1, max = 200)
        @Nullable
        String article,

        @Schema(description = "The slug or id of a tag that it leads to; an old slug will do")
        @Size(min = 1, max = 200)
        @Nullable
        String tag,

        @Schema(description = "The slug or id of an author that it leads to; an old slug will do")
        @Size(min = 1, max = 200)
        @Nullable
        String author,

        @Schema(description = "The slug or id of a collection that it leads to; an old slug will do")
        @Size(min = 1, max = 200)
        @Nullable
        String collection,

        @Schema(
                description =
                        "Another address that it leads to: a path like the one that leads on, or an absolute http or https URL. A path that leads on itself is replaced by where it leads",
                examples = "/harbour/")
        @Size(min = 1, max = SitePath.MAX_LENGTH)
        @PathRule(orUrl = true)
        @Nullable
        String location) {}
