package dev.standfirst.transfer;

/** What kind of file an import reads. */
public enum ImportFormat {
    NDJSON
}
