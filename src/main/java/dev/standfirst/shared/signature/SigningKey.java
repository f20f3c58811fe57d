package dev.standfirst.shared.signature;

import static java.nio.charset.StandardCharsets.UTF_8;

import java.nio.ByteBuffer;
import java.security.InvalidKeyException;
import java.security.NoSuchAlgorithmException;
import javax.crypto.Mac;
import javax.crypto.spec.SecretKeySpec;

/**
 * The key that this site signs with: HMAC-SHA256 (RFC 2104). It is the same on all of its servers and after each start; who wants to end all
 * that was signed deletes the row of {@code signing_key} and starts the servers again.
 */
public final class SigningKey {
    /** How long a key is: as long as what SHA-256 gives (RFC 2104, section 3). */
    static final int LENGTH = 32;

    private static final String ALGORITHM = "HmacSHA256";

    private final SecretKeySpec key;

    private SigningKey(SecretKeySpec key) {
        this.key = key;
    }

    /** Makes the key of these bytes. */
    public static SigningKey of(byte[] bytes) {
        if (bytes.length < LENGTH) {
            throw new IllegalArgumentException("A key has at least " + LENGTH + " bytes");
        }
        return new SigningKey(new SecretKeySpec(bytes, ALGORITHM));
    }

    /**
     * Signs some parts for a purpose. A signature for one purpose is none for another, and parts cannot be shifted into each other: each is
     * signed with its length before it.
     *
     * @param purpose what the signature is for, the same wherever it is verified
     * @return 32 bytes; to be compared by {@link java.security.MessageDigest#isEqual}
     */
    public byte[] sign(String purpose, byte[]... parts) {
        Mac mac = mac();
        update(mac, purpose.getBytes(UTF_8));
        for (byte[] part : parts) {
            update(mac, part);
        }
        return mac.doFinal();
    }

    private Mac mac() {
        try {
            Mac mac = Mac.getInstance(ALGORITHM);
            mac.init(key);
            return mac;
        } catch (NoSuchAlgorithmException | InvalidKeyException e) {
            throw new IllegalStateException("Every Java platform has HmacSHA256", e);
        }
    }

    private static void update(Mac mac, byte[] part) {
        mac.update(ByteBuffer.allocate(Integer.BYTES).putInt(part.length).array());
        mac.update(part);
    }
}
