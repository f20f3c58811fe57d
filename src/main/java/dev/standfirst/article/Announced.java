package dev.standfirst.article;

/** What the log has told of a published article that time alone does to it. */
enum Announced {
    NONE,
    LIVE,
    ENDED
}
