package dev.standfirst.comment;

import dev.standfirst.shared.json.MergePatch;
import dev.standfirst.shared.rate.RateLimited;
import jakarta.ws.rs.Consumes;
import jakarta.ws.rs.DELETE;
import jakarta.ws.rs.PATCH;
import jakarta.ws.rs.Path;
import jakarta.ws.rs.core.MediaType;
import java.util.UUID;
import org.eclipse.microprofile.openapi.annotations.Operation;
import org.eclipse.microprofile.openapi.annotations.tags.Tag;
import org.jboss.resteasy.reactive.RestPath;

/** Readers change what they wrote. */
@Path("/v1/comments/{id}")
@Tag(name = "comments", description = "What readers say below a story")
public class OwnCommentResource {
    private final PostingService posting;

    OwnCommentResource(PostingService posting) {
        this.posting = posting;
    }

    @PATCH
    @RateLimited
    @TakesEditToken
    @Consumes({MergePatch.MEDIA_TYPE, MediaType.APPLICATION_JSON})
    @Operation(
            operationId = "editComment",
            summary = "Change the text of one's own comment",
            description =
                    "With its edit token, until editableUntil. It is judged again: one that was shown may have to wait, and one that a moderator held or rejected stays so. Comments that have closed meanwhile do not keep it from being changed. 401 is edit-token-required or edit-token-invalid, 403 edit-token-of-another or edit-token-expired.")
    public OwnComment edit(@RestPath UUID id, MergePatch<CommentEdit> patch) {
        return posting.edit(id, patch);
    }

    @DELETE
    @RateLimited
    @TakesEditToken
    @Operation(
            operationId = "deleteComment",
            summary = "Delete one's own comment",
            description =
                    "With its edit token, until editableUntil. Nothing that was written stays; where replies hang on it, its place does.")
    public void delete(@RestPath UUID id) {
        posting.delete(id);
    }
}
