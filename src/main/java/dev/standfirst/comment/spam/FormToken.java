package dev.standfirst.comment.spam;

import dev.standfirst.shared.signature.SigningKey;
import java.nio.ByteBuffer;
import java.security.MessageDigest;
import java.time.Duration;
import java.time.Instant;
import java.util.Arrays;
import java.util.Base64;
import java.util.UUID;
import org.jspecify.annotations.Nullable;

/**
 * The token of a form: for which article it was fetched, and when. So a comment tells how long it took to write, and nothing is stored for
 * it; one token can be sent with any number of comments.
 *
 * <p>It is base64url, without padding, of the article's id, the milliseconds since 1970, and the signature of both.
 */
public final class FormToken {
    private static final String PURPOSE = "comment form";
    private static final int SIGNED = 2 * Long.BYTES + Long.BYTES;
    private static final int LENGTH = SIGNED + 32;

    private FormToken() {}

    /** What a token is worth. */
    public enum State {
        VALID,
        /** It is none of this site's, or not a whole one. */
        MALFORMED,
        /** It was given for another article. */
        FOREIGN,
        /** It is older than a form may be. */
        EXPIRED
    }

    /**
     * What a token says.
     *
     * @param fetchedAt when its form was fetched; null for one that is malformed
     */
    public record Reading(State state, @Nullable Instant fetchedAt) {}

    /** Makes the token of a form that is fetched now. */
    public static String write(UUID article, Instant now, SigningKey key) {
        byte[] signed = ByteBuffer.allocate(SIGNED)
                .putLong(article.getMostSignificantBits())
                .putLong(article.getLeastSignificantBits())
                .putLong(now.toEpochMilli())
                .array();
        byte[] token = ByteBuffer.allocate(LENGTH)
                .put(signed)
                .put(key.sign(PURPOSE, signed))
                .array();
        return Base64.getUrlEncoder().withoutPadding().encodeToString(token);
    }

    /**
     * Reads a token that came with a comment.
     *
     * @param article the article that the comment belongs to
     * @param lifetime how old it may be
     */
    public static Reading read(String token, UUID article, Instant now, Duration lifetime, SigningKey key) {
        byte[] bytes = decoded(token);
        byte[] signed = Arrays.copyOf(bytes, SIGNED);
        byte[] signature = Arrays.copyOfRange(bytes, Math.min(SIGNED, bytes.length), bytes.length);
        if (!MessageDigest.isEqual(signature, key.sign(PURPOSE, signed))) {
            return new Reading(State.MALFORMED, null);
        }
        ByteBuffer parts = ByteBuffer.wrap(signed);
        UUID fetchedFor = new UUID(parts.getLong(), parts.getLong());
        Instant fetchedAt = Instant.ofEpochMilli(parts.getLong());
        if (!fetchedFor.equals(article)) {
            return new Reading(State.FOREIGN, fetchedAt);
        }
        return new Reading(fetchedAt.plus(lifetime).isBefore(now) ? State.EXPIRED : State.VALID, fetchedAt);
    }

    private static byte[] decoded(String token) {
        try {
            return Base64.getUrlDecoder().decode(token);
        } catch (IllegalArgumentException e) {
            return new byte[0];
        }
    }
}
