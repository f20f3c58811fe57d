package dev.standfirst.transfer;

import java.io.IOException;
import java.io.InputStream;
import java.util.zip.GZIPInputStream;

/**
 * A file as it is sent.
 *
 * @param bytes what is sent
 * @param isCompressed whether that is gzip (RFC 1952)
 */
public record SentBytes(InputStream bytes, boolean isCompressed) {

    /** The file itself; fails where it is no gzip and should be. */
    public InputStream content() throws IOException {
        return isCompressed ? new GZIPInputStream(bytes) : bytes;
    }
}
