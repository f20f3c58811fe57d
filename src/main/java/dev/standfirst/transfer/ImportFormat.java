package dev.standfirst.transfer;

/** What kind of file an import reads. */
public enum ImportFormat {
    /** One JSON object a line. */
    NDJSON,
    /** WordPress eXtended RSS. */
    WORDPRESS,
    /** The JSON of a Ghost export. */
    GHOST
}
