package dev.standfirst.shared.rate;

import java.nio.ByteBuffer;
import java.nio.charset.StandardCharsets;
import java.security.GeneralSecurityException;
import java.security.SecureRandom;
import javax.crypto.Mac;
import javax.crypto.spec.SecretKeySpec;

/** A key of which nobody reads an address of a person: keys are kept for as long as they count, and memory can end up in a file. */
record HashedKey(long high, long low) {
    private static final String HMAC = "HmacSHA256";

    /** Hashes keys with a secret of its own, so that a table of all addresses tells nothing of those of another process. */
    static final class Hash {
        private final SecretKeySpec secret;

        Hash() {
            byte[] random = new byte[32];
            new SecureRandom().nextBytes(random);
            this.secret = new SecretKeySpec(random, HMAC);
        }

        HashedKey of(String key) {
            try {
                Mac mac = Mac.getInstance(HMAC);
                mac.init(secret);
                ByteBuffer hash = ByteBuffer.wrap(mac.doFinal(key.getBytes(StandardCharsets.UTF_8)));
                return new HashedKey(hash.getLong(), hash.getLong());
            } catch (GeneralSecurityException e) {
                throw new IllegalStateException("Every Java platform has HMAC with SHA-256", e);
            }
        }
    }
}
