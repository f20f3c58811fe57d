package dev.standfirst.comment;

import com.fasterxml.jackson.databind.node.ObjectNode;
import dev.standfirst.shared.idempotency.Completion;
import dev.standfirst.shared.signature.SigningKey;
import jakarta.inject.Singleton;
import jakarta.ws.rs.core.HttpHeaders;
import java.nio.ByteBuffer;
import java.security.MessageDigest;
import java.util.Arrays;
import java.util.Base64;
import java.util.Optional;
import java.util.UUID;
import org.jspecify.annotations.Nullable;

/**
 * Makes and reads the tokens that prove who wrote a comment.
 *
 * <p>A token is {@code ct_} and, in base64url, the comment's id and half of its signature. So it is stored nowhere, and can be given again
 * to who repeats the request that it was given for.
 */
@Singleton
public final class EditTokens implements Completion {
    private static final String MARK = "ct_";
    private static final String SCHEME = "Bearer ";
    private static final String PURPOSE = "comment edit";
    private static final int ID = 2 * Long.BYTES;
    private static final int SIGNATURE = 16;

    private final SigningKey key;

    EditTokens(SigningKey key) {
        this.key = key;
    }

    /** Makes the token of a comment. */
    String of(UUID comment) {
        byte[] token = ByteBuffer.allocate(ID + SIGNATURE)
                .put(bytes(comment))
                .put(signature(comment))
                .array();
        return MARK + Base64.getUrlEncoder().withoutPadding().encodeToString(token);
    }

    /**
     * Reads whose comment the token of a request is for; nothing where it is not a whole one of this site's.
     *
     * @param authorization the header, {@code Bearer ct_…}
     */
    Optional<UUID> read(@Nullable String authorization) {
        if (authorization == null || !authorization.regionMatches(true, 0, SCHEME + MARK, 0, SCHEME.length())) {
            return Optional.empty();
        }
        String token = authorization.substring(SCHEME.length()).strip();
        byte[] bytes = token.startsWith(MARK) ? decoded(token.substring(MARK.length())) : new byte[0];
        if (bytes.length != ID + SIGNATURE) {
            return Optional.empty();
        }
        ByteBuffer parts = ByteBuffer.wrap(bytes);
        UUID comment = new UUID(parts.getLong(), parts.getLong());
        byte[] signature = Arrays.copyOfRange(bytes, ID, bytes.length);
        return MessageDigest.isEqual(signature, signature(comment)) ? Optional.of(comment) : Optional.empty();
    }

    /**
     * Reads whose comment the token of a request is for.
     *
     * @throws dev.standfirst.shared.problem.ProblemException {@link CommentProblem#EDIT_TOKEN_REQUIRED} without one, {@link
     *     CommentProblem#EDIT_TOKEN_INVALID} if it is not a whole one of this site's
     */
    UUID require(@Nullable String authorization) {
        if (authorization == null) {
            throw CommentProblem.EDIT_TOKEN_REQUIRED
                    .because("The request has no edit token.")
                    .withHeader(HttpHeaders.WWW_AUTHENTICATE, "Bearer realm=\"comment\"");
        }
        return read(authorization)
                .orElseThrow(() -> CommentProblem.EDIT_TOKEN_INVALID
                        .because("The edit token is not a whole one of this site's.")
                        .withHeader(HttpHeaders.WWW_AUTHENTICATE, "Bearer realm=\"comment\", error=\"invalid_token\""));
    }

    @Override
    public void complete(ObjectNode answer) {
        answer.put("editToken", of(UUID.fromString(answer.get("id").textValue())));
    }

    private byte[] signature(UUID comment) {
        return Arrays.copyOf(key.sign(PURPOSE, bytes(comment)), SIGNATURE);
    }

    private static byte[] bytes(UUID comment) {
        return ByteBuffer.allocate(ID)
                .putLong(comment.getMostSignificantBits())
                .putLong(comment.getLeastSignificantBits())
                .array();
    }

    private static byte[] decoded(String token) {
        try {
            return Base64.getUrlDecoder().decode(token);
        } catch (IllegalArgumentException e) {
            return new byte[0];
        }
    }
}
