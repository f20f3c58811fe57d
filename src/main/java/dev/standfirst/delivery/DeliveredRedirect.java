package dev.standfirst.delivery;

import dev.standfirst.redirect.RedirectKind;
import org.eclipse.microprofile.openapi.annotations.media.Schema;

/** An old address, and where it leads. */
@Schema(description = "An old address, and where it leads")
public record DeliveredRedirect(
        @Schema(
                description =
                        "What it leads from: a path of the site, or the old slug of an article, a tag or an author")
        RedirectKind kind,

        @Schema(
                description =
                        "The path, without a slash at its end; or the old slug, or the id of a tag that was merged into the target",
                examples = "/2019/05/old-title")
        String source,

        @Schema(description = "Where it leads") DeliveredTarget target) {}
