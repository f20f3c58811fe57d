package dev.standfirst.body;

/** The language a body is written in. */
public enum BodyFormat {
    /** CommonMark with tables, strikethrough, autolinks and footnotes; HTML may be mixed in. */
    MARKDOWN,
    /** An HTML fragment, or the inside of a whole document's body. */
    HTML
}
