package dev.standfirst.shared.http;

import java.io.ByteArrayOutputStream;
import java.io.IOException;
import java.io.UncheckedIOException;
import java.security.MessageDigest;
import java.security.NoSuchAlgorithmException;
import java.util.Arrays;
import java.util.Base64;
import java.util.zip.GZIPOutputStream;

/** The bytes of an answer, and their strong entity tags: one for each encoding, because each is another sequence of bytes. */
final class Representation {
    private static final int SIXTEEN_BYTES = 16;

    /** Below a kibibyte the headers weigh more than what is saved. */
    private static final int WORTH_COMPRESSING = 1024;

    private final byte[] bytes;
    private final String opaque;

    Representation(byte[] bytes) {
        this.bytes = bytes;
        byte[] hash = Arrays.copyOf(sha256(bytes), SIXTEEN_BYTES);
        this.opaque = Base64.getUrlEncoder().withoutPadding().encodeToString(hash);
    }

    boolean isWorthCompressing() {
        return bytes.length >= WORTH_COMPRESSING;
    }

    /** What stands between the quotes of the tag. */
    String opaque(boolean compressed) {
        return compressed ? opaque + "-gz" : opaque;
    }

    byte[] bytes(boolean compressed) {
        return compressed ? gzip() : bytes;
    }

    private byte[] gzip() {
        ByteArrayOutputStream compressed = new ByteArrayOutputStream(bytes.length / 2);
        try (GZIPOutputStream gzip = new GZIPOutputStream(compressed)) {
            gzip.write(bytes);
        } catch (IOException e) {
            throw new UncheckedIOException("Memory can be written", e);
        }
        return compressed.toByteArray();
    }

    private static byte[] sha256(byte[] bytes) {
        try {
            return MessageDigest.getInstance("SHA-256").digest(bytes);
        } catch (NoSuchAlgorithmException e) {
            throw new IllegalStateException("Every Java platform has SHA-256", e);
        }
    }
}
