package dev.standfirst.redirect;

/** What a redirect leads from: the old slug of an article, a tag or an author, or a path of the site. */
public enum RedirectKind {
    ARTICLE,
    TAG,
    AUTHOR,
    PATH;

    /** What an old slug of this kind leads to. */
    TargetType target() {
        return TargetType.valueOf(name());
    }
}
