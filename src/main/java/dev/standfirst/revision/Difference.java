package dev.standfirst.revision;

/**
 * Something that differs between two revisions.
 *
 * @param field the name of the member, {@code body} for the text
 * @param number the last revision that changed it
 * @param actor the name of who made that revision
 */
public record Difference(String field, long number, String actor) {}
