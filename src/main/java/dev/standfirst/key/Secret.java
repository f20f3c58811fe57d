package dev.standfirst.key;

import java.math.BigInteger;
import java.nio.charset.StandardCharsets;
import java.security.MessageDigest;
import java.security.NoSuchAlgorithmException;
import java.security.SecureRandom;
import java.util.Optional;
import java.util.zip.CRC32;

/**
 * What the holder of a key sends: {@code sf_}, 43 base62 digits of 256 random bits, and 6 of their CRC-32.
 *
 * <p>The prefix lets scanners find a secret that has leaked into a repository, and the checksum tells a mistyped one without asking the
 * database. An administrator may also set one of another form.
 */
final class Secret {
    private static final String MARK = "sf_";
    private static final int BODY = 43;
    private static final int CHECKSUM = 6;
    private static final int SHORTEST = 32;
    private static final int SHOWN = 8;
    private static final String DIGITS = "0123456789ABCDEFGHIJKLMNOPQRSTUVWXYZabcdefghijklmnopqrstuvwxyz";
    private static final BigInteger BASE = BigInteger.valueOf(DIGITS.length());
    private static final SecureRandom RANDOM = new SecureRandom();

    private final String text;

    private Secret(String text) {
        this.text = text;
    }

    /** Makes a new one. */
    static Secret random() {
        String body = base62(new BigInteger(256, RANDOM), BODY);
        return new Secret(MARK + body + checksum(body));
    }

    /** Reads one: of our form with a checksum that fits, or else at least 32 visible characters of ASCII. */
    static Optional<Secret> of(String text) {
        boolean wellFormed = text.startsWith(MARK)
                ? text.length() == MARK.length() + BODY + CHECKSUM
                        && text.endsWith(checksum(text.substring(MARK.length(), MARK.length() + BODY)))
                : text.length() >= SHORTEST && text.chars().allMatch(c -> c > ' ' && c < 127);
        return wellFormed ? Optional.of(new Secret(text)) : Optional.empty();
    }

    /** The secret itself, to be shown once. */
    String text() {
        return text;
    }

    /** The beginning, which may be shown to tell keys apart. */
    String prefix() {
        return text.substring(0, SHOWN);
    }

    /** The SHA-256 of the whole, under which it is stored. */
    byte[] hash() {
        try {
            return MessageDigest.getInstance("SHA-256").digest(text.getBytes(StandardCharsets.US_ASCII));
        } catch (NoSuchAlgorithmException e) {
            throw new IllegalStateException("Every Java platform has SHA-256", e);
        }
    }

    /** Tells nothing but the beginning. */
    @Override
    public String toString() {
        return prefix() + "…";
    }

    private static String checksum(String body) {
        CRC32 crc = new CRC32();
        crc.update(body.getBytes(StandardCharsets.UTF_8));
        return base62(BigInteger.valueOf(crc.getValue()), CHECKSUM);
    }

    private static String base62(BigInteger number, int length) {
        StringBuilder digits = new StringBuilder(length);
        for (BigInteger rest = number; digits.length() < length; rest = rest.divide(BASE)) {
            digits.append(DIGITS.charAt(rest.mod(BASE).intValue()));
        }
        return digits.reverse().toString();
    }
}
