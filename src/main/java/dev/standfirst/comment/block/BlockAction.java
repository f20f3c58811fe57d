package dev.standfirst.comment.block;

/** What becomes of a comment that is blocked. */
public enum BlockAction {
    /** A moderator sees it first. */
    HOLD,
    /** It is taken for spam. */
    SPAM,
    /** It is turned away, and nothing of it is kept. */
    REFUSE
}
