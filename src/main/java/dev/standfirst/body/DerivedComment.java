package dev.standfirst.body;

import java.util.List;

/**
 * All that is derived from the text of a comment, once, when it is written.
 *
 * @param html sanitised HTML of nothing but {@code p br em strong del a blockquote pre code}, safe to insert into a page as it stands;
 *     links have {@code rel="nofollow ugc noopener"}
 * @param text the words alone: paragraphs separated by a blank line, lines as they were broken
 * @param links the addresses that it links to, absolute, http or https; in order, each as often as it stands there
 */
public record DerivedComment(String html, String text, List<String> links) {

    public DerivedComment {
        links = List.copyOf(links);
    }
}
