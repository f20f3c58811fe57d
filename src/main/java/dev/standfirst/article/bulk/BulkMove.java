package dev.standfirst.article.bulk;

/** Where many articles are moved at once. */
public enum BulkMove {
    /** To the trash. */
    TRASH,
    /** Out of the trash, to the drafts. */
    RESTORE
}
