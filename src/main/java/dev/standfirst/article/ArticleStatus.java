package dev.standfirst.article;

/** Where an article stands. Whether readers see it is a question of time too: see {@link ArticleView#publishedAt}. */
public enum ArticleStatus {
    DRAFT,
    PUBLISHED,
    TRASH
}
