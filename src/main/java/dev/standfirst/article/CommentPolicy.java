package dev.standfirst.article;

import org.eclipse.microprofile.openapi.annotations.media.Schema;

/** Which comments readers see at once, and which wait for a moderator. Whatever is found to be like spam waits in any case. */
@Schema(
        description =
                "Which comments are shown at once: closed (none are taken), all (none are shown, all wait for a moderator), first (only those of writers of whom a comment was approved before, and who prove it by its edit token), links (only those without links), open (all). Whatever is like spam waits in any case, and nobody is told")
public enum CommentPolicy {
    /** None are taken. */
    CLOSED,
    /** All wait. */
    ALL,
    /** Those wait whose writer is not known by an approved comment. */
    FIRST,
    /** Those with links wait. */
    LINKS,
    /** None wait. */
    OPEN
}
