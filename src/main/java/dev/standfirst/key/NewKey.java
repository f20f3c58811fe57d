package dev.standfirst.key;

import dev.standfirst.shared.http.Versioned;
import dev.standfirst.shared.idempotency.ShownOnce;
import java.util.UUID;
import org.eclipse.microprofile.openapi.annotations.media.Schema;

/** A key with its secret, as it is shown once. */
public record NewKey(
        @Schema(description = "The key") KeyView key,

        @Schema(
                description = "What to send as ‘Authorization: Bearer …’; it is not kept, and never shown again",
                pattern = "^sf_[0-9A-Za-z]{49}$")
        String secret)
        implements Versioned, ShownOnce {

    @Override
    public UUID id() {
        return key.id();
    }

    @Override
    public long version() {
        return key.version();
    }

    /** Leaves the secret out, so that it comes into no log. */
    @Override
    public String toString() {
        return "NewKey[" + key + "]";
    }
}
