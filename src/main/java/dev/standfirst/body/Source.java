package dev.standfirst.body;

import org.eclipse.microprofile.openapi.annotations.media.Schema;
import org.jspecify.annotations.Nullable;

/**
 * An outbound link of a body, where it occurs first.
 *
 * @param url absolute, http or https
 * @param text the words that are linked; the alternative text where a picture is; else the host
 * @param host of {@code url}, in lower case, without port
 * @param heading text of the heading it stands under; for a link in a footnote, of the one that the footnote is called under
 */
@Schema(description = "An outbound link of a text, where it occurs first")
public record Source(
        @Schema(description = "The address, absolute, http or https", format = "uri")
        String url,

        @Schema(
                description =
                        "The words that are linked, or the alternative text where a picture is, or else the host; never empty")
        String text,

        @Schema(description = "The host of the address, in lower case, without port", examples = "example.org")
        String host,

        @Schema(description = "The text of the heading that it stands under; null where it stands under none") @Nullable
        String heading) {}
