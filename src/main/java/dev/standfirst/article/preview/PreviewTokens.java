package dev.standfirst.article.preview;

import com.fasterxml.jackson.databind.node.ObjectNode;
import dev.standfirst.shared.idempotency.Completion;
import dev.standfirst.shared.signature.SigningKey;
import jakarta.inject.Singleton;
import java.nio.ByteBuffer;
import java.security.MessageDigest;
import java.util.Arrays;
import java.util.Base64;
import java.util.Optional;
import java.util.UUID;

/**
 * Makes and reads what opens previews. A token is {@code pv_} and base64url, without padding, of the preview's id and its signature. All else, as which revision it opens
 * and until when, is stored with the id: so it can be revoked, and one token opens nothing but its own revision.
 */
@Singleton
public final class PreviewTokens implements Completion {
    private static final String PATH = "/v1/preview/";
    private static final String PREFIX = "pv_";
    private static final String PURPOSE = "preview";
    private static final int ID = 2 * Long.BYTES;
    private static final int LENGTH = ID + 32;

    private final SigningKey key;

    PreviewTokens(SigningKey key) {
        this.key = key;
    }

    /** Where delivery shows a preview, as a reference relative to this server. */
    String path(UUID preview) {
        return PATH + of(preview);
    }

    private String of(UUID preview) {
        byte[] id = bytes(preview);
        byte[] token =
                ByteBuffer.allocate(LENGTH).put(id).put(key.sign(PURPOSE, id)).array();
        return PREFIX + Base64.getUrlEncoder().withoutPadding().encodeToString(token);
    }

    /** The id of the preview that a token opens; nothing if this site never made the token. */
    Optional<UUID> read(String token) {
        byte[] bytes = decoded(token);
        byte[] id = Arrays.copyOf(bytes, ID);
        byte[] signature = Arrays.copyOfRange(bytes, Math.min(ID, bytes.length), bytes.length);
        if (!MessageDigest.isEqual(signature, key.sign(PURPOSE, id))) {
            return Optional.empty();
        }
        UUID preview =
                new UUID(ByteBuffer.wrap(id).getLong(), ByteBuffer.wrap(id).getLong(Long.BYTES));
        // Base64 can spell its last letter in several ways; only the one that was given out opens anything.
        return of(preview).equals(token) ? Optional.of(preview) : Optional.empty();
    }

    @Override
    public void complete(ObjectNode answer) {
        answer.put("path", path(UUID.fromString(answer.path("id").asText())));
    }

    private static byte[] decoded(String token) {
        try {
            return token.startsWith(PREFIX)
                    ? Base64.getUrlDecoder().decode(token.substring(PREFIX.length()))
                    : new byte[0];
        } catch (IllegalArgumentException notBase64) {
            return new byte[0];
        }
    }

    private static byte[] bytes(UUID id) {
        return ByteBuffer.allocate(ID)
                .putLong(id.getMostSignificantBits())
                .putLong(id.getLeastSignificantBits())
                .array();
    }
}
