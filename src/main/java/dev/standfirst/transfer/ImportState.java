package dev.standfirst.transfer;

/** Where an import is. */
public enum ImportState {
    RUNNING,
    /** The file was read to its end. */
    FINISHED,
    /** A fault ended it, as its caller wished. */
    STOPPED,
    /** The connection or the server went away. What is in stays; sending the file again goes on. */
    INTERRUPTED,
    /** The file or the server broke. What is in stays. */
    FAILED
}
