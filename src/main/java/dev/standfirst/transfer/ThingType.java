package dev.standfirst.transfer;

/** What a line of a file can be. */
enum ThingType {
    AUTHOR,
    TAG,
    ARTICLE,
    RELATED,
    REDIRECT,
    COMMENT,
    COLLECTION
}
