package dev.standfirst.shared.http;

import java.util.UUID;

/** A thing that counts its changes, as management shows it. */
public interface Versioned {
    UUID id();

    /** How often it was written; the strong ETag is this number in quotes. */
    long version();
}
