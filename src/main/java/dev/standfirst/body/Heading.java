package dev.standfirst.body;

import org.eclipse.microprofile.openapi.annotations.media.Schema;

/**
 * A heading of a body.
 *
 * @param level 2 to 6; the story's title is level 1
 * @param text its words, without markup
 * @param anchor the id it has in the HTML, unique in the body
 */
@Schema(description = "A heading of a text")
public record Heading(
        @Schema(description = "2 to 6; the title is level 1. Writers may skip levels", minimum = "2", maximum = "6")
        int level,

        @Schema(description = "Its words, without markup") String text,

        @Schema(description = "The id that it has in the HTML, unique in the text")
        String anchor) {}
