package dev.standfirst.body;

/**
 * A heading of a body.
 *
 * @param level 2 to 6; the story's title is level 1
 * @param text its words, without markup
 * @param anchor the id it has in the HTML, unique in the body
 */
public record Heading(int level, String text, String anchor) {}
