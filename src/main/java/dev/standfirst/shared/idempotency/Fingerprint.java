package dev.standfirst.shared.idempotency;

import io.vertx.core.http.HttpServerRequest;
import jakarta.enterprise.context.RequestScoped;
import java.io.InputStream;
import java.nio.charset.StandardCharsets;
import java.security.DigestInputStream;
import java.security.MessageDigest;
import java.security.NoSuchAlgorithmException;

/** What tells a request from others: the SHA-256 of its method, its address and its body, as they were written. */
@RequestScoped
class Fingerprint {
    private final MessageDigest digest;

    Fingerprint(HttpServerRequest request) {
        this.digest = sha256();
        digest.update((request.method() + " " + request.uri() + "\n").getBytes(StandardCharsets.UTF_8));
    }

    /** Takes in the body while it is read. */
    InputStream of(InputStream body) {
        return new DigestInputStream(body, digest);
    }

    /** Returns it; call it once, when the body has been read. */
    byte[] value() {
        return digest.digest();
    }

    private static MessageDigest sha256() {
        try {
            return MessageDigest.getInstance("SHA-256");
        } catch (NoSuchAlgorithmException e) {
            throw new IllegalStateException("Every Java platform has SHA-256", e);
        }
    }
}
