package dev.standfirst.redirect;

/** What a redirect leads from: the old slug of an article, a tag, an author or a collection, or a path of the site. */
public enum RedirectKind {
    ARTICLE,
    TAG,
    AUTHOR,
    COLLECTION,
    PATH;

    /** What an old slug of this kind leads to. */
    TargetType target() {
        return TargetType.valueOf(name());
    }
}
