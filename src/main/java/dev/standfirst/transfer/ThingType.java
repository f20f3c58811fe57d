package dev.standfirst.transfer;

/** What a line of a file can be. */
enum ThingType {
    AUTHOR,
    TAG,
    ARTICLE,
    RELATED,
    REDIRECT,
    COMMENT,
    COLLECTION,
    /** Rows of an export that no draft says; and, while one is restored, the rows of every line. */
    STORED
}
