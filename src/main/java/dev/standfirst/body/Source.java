package dev.standfirst.body;

import org.jspecify.annotations.Nullable;

/**
 * An outbound link of a body, where it occurs first.
 *
 * @param url absolute, http or https
 * @param text the words that are linked; the alternative text where a picture is; else the host
 * @param host of {@code url}, in lower case, without port
 * @param heading text of the heading it stands under; for a link in a footnote, of the one that the footnote is called under
 */
public record Source(
        String url, String text, String host, @Nullable String heading) {}
