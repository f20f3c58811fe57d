package dev.standfirst.article;

import org.eclipse.microprofile.openapi.annotations.media.Schema;

/** What something is to the story that links to it. */
@Schema(
        description =
                "What it is to the article: source, what the article rests on; background, what came before it; more, what else there is to read; correction, what sets the article right")
public enum Relation {
    SOURCE,
    BACKGROUND,
    MORE,
    CORRECTION
}
