package dev.standfirst.article;

import dev.standfirst.author.AuthorRef;
import dev.standfirst.tag.TagRef;
import java.util.List;

/**
 * All that its writers wrote of an article, with what it refers to.
 *
 * @param draft complete, with its authors and tags by their slugs
 */
record Content(ArticleDraft draft, List<AuthorRef> authors, List<TagRef> tags, List<RelatedLink> related) {

    /** Makes a content of a draft whose authors and tags are these. */
    static Content of(ArticleDraft draft, List<AuthorRef> authors, List<TagRef> tags, List<RelatedLink> related) {
        return new Content(
                draft.naming(
                        authors.stream().map(AuthorRef::slug).toList(),
                        tags.stream().map(TagRef::slug).toList()),
                authors,
                tags,
                related);
    }

    /** The same text with other links. */
    Content relatedTo(List<RelatedLink> links) {
        return new Content(draft, authors, tags, links);
    }

    /** The same text for an article of this address, status and these times, which belong to the article and not to its text. */
    Content in(ArticleDraft article) {
        return new Content(draft.in(article), authors, tags, related);
    }
}
