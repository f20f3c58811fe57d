package dev.standfirst.redirect;

/** What a redirect leads to: a thing, or another address. */
public enum TargetType {
    ARTICLE,
    TAG,
    AUTHOR,
    COLLECTION,
    LOCATION
}
