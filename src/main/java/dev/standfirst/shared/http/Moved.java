package dev.standfirst.shared.http;

import java.io.Serial;

/** Sends the caller on, for good: a 308 with {@code Location} (RFC 9110, section 15.4.9). */
public final class Moved extends RuntimeException {
    @Serial
    private static final long serialVersionUID = 1L;

    /** Sends the caller to a path of this server; the query of the request goes along. */
    public Moved(String path) {
        super(path, null, false, false);
    }

    String path() {
        return String.valueOf(getMessage());
    }
}
