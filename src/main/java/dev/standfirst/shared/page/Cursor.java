package dev.standfirst.shared.page;

import dev.standfirst.shared.problem.ProblemException;
import dev.standfirst.shared.problem.RequestProblem;
import java.nio.ByteBuffer;
import java.nio.charset.CharacterCodingException;
import java.nio.charset.StandardCharsets;
import java.security.MessageDigest;
import java.security.NoSuchAlgorithmException;
import java.util.Arrays;
import java.util.Base64;
import java.util.UUID;

/**
 * The text of a cursor: base64url of a checksum, the hash of the list it belongs to, the row's id and its sort key.
 *
 * <p>It carries no signature: it opens nothing that the list itself would not show. The checksum only tells a damaged one from a foreign
 * one.
 */
final class Cursor {
    private static final int CHECK = 4;
    private static final int BINDING = 8;
    private static final int HEADER = CHECK + BINDING + 16;

    private Cursor() {}

    static String write(Position position, String list) {
        byte[] key = position.key().getBytes(StandardCharsets.UTF_8);
        ByteBuffer cursor = ByteBuffer.allocate(HEADER + key.length)
                .position(CHECK)
                .put(sha256(list.getBytes(StandardCharsets.UTF_8)), 0, BINDING)
                .putLong(position.id().getMostSignificantBits())
                .putLong(position.id().getLeastSignificantBits())
                .put(key);
        cursor.put(0, check(cursor.array()), 0, CHECK);
        return Base64.getUrlEncoder().withoutPadding().encodeToString(cursor.array());
    }

    static Position read(String text, String list) {
        byte[] bytes = decode(text);
        if (bytes.length < HEADER || !Arrays.equals(bytes, 0, CHECK, check(bytes), 0, CHECK)) {
            throw invalid();
        }
        byte[] binding = sha256(list.getBytes(StandardCharsets.UTF_8));
        if (!Arrays.equals(bytes, CHECK, CHECK + BINDING, binding, 0, BINDING)) {
            throw RequestProblem.CURSOR_MISMATCH
                    .because("This cursor was given for another filter, order or list.")
                    .with(RequestProblem.CURSOR_MISMATCH.inParameter("after", "belongs to another list"));
        }
        ByteBuffer cursor = ByteBuffer.wrap(bytes).position(CHECK + BINDING);
        UUID id = new UUID(cursor.getLong(), cursor.getLong());
        try {
            return new Position(
                    StandardCharsets.UTF_8.newDecoder().decode(cursor).toString(), id);
        } catch (CharacterCodingException e) {
            throw invalid();
        }
    }

    private static byte[] decode(String text) {
        try {
            return Base64.getUrlDecoder().decode(text);
        } catch (IllegalArgumentException e) {
            throw invalid();
        }
    }

    private static byte[] check(byte[] cursor) {
        return sha256(Arrays.copyOfRange(cursor, CHECK, cursor.length));
    }

    private static byte[] sha256(byte[] bytes) {
        try {
            return MessageDigest.getInstance("SHA-256").digest(bytes);
        } catch (NoSuchAlgorithmException e) {
            throw new IllegalStateException("Every Java platform has SHA-256", e);
        }
    }

    static ProblemException invalid() {
        return RequestProblem.INVALID_CURSOR
                .because("The value of ‘after’ is not a cursor of this server.")
                .with(RequestProblem.INVALID_CURSOR.inParameter("after", "is not a cursor, or not a whole one"));
    }
}
