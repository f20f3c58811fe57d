package dev.standfirst.comment.block;

/** What a block is compared with. */
public enum BlockKind {
    /** The e-mail address of the writer. */
    ADDRESS,
    /** The hosts of that address, of the writer's page, and of what a comment links to; with all below them. */
    DOMAIN,
    /** The IP address that a comment is sent from. */
    RANGE,
    /** Words of the text and of the writer's name. */
    WORD,
    /** The text, the name, the writer's page, and what the text links to. */
    PATTERN
}
