package dev.standfirst.article.related;

/** What something is to the story that links to it. */
public enum Relation {
    SOURCE,
    BACKGROUND,
    MORE,
    CORRECTION
}
