package dev.standfirst.access;

/** Where an article stands. Whether readers see it is a question of time too: of its {@code publishedAt} and {@code unpublishAt}. */
public enum ArticleStatus {
    DRAFT,
    REVIEW,
    PUBLISHED,
    TRASH
}
