package dev.standfirst.article.preview;

import dev.standfirst.shared.http.Located;
import dev.standfirst.shared.idempotency.WithSecret;
import java.time.Instant;
import java.util.UUID;
import org.eclipse.microprofile.openapi.annotations.media.Schema;
import org.jspecify.annotations.Nullable;

/** A preview, with what opens it. */
public record NewPreview(
        @Schema(description = "Its id, by which it is revoked")
        UUID id,

        @Schema(description = "The id of the article that it shows")
        UUID article,

        @Schema(description = "The revision that it shows, whatever comes after it", minimum = "1")
        long revision,

        @Schema(
                description =
                        "Where delivery shows it, as a reference relative to this server. Whoever has it may read the revision: it is told now, and never again")
        @Nullable
        String path,

        @Schema(description = "Until when it can be opened") Instant expiresAt)
        implements WithSecret, Located {

    @Override
    public NewPreview withoutSecret() {
        return new NewPreview(id, article, revision, null, expiresAt);
    }

    @Override
    public String location() {
        return "/v1/manage/articles/" + article + "/preview/" + id;
    }
}
