package dev.standfirst.transfer;

import java.io.IOException;

/** The rest of a file cannot be read; its message says where it broke, and why, to whoever sent it. */
public final class BrokenFileException extends IOException {
    private static final long serialVersionUID = 1;

    public BrokenFileException(String message) {
        super(message);
    }
}
