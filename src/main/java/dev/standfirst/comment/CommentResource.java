package dev.standfirst.comment;

import dev.standfirst.shared.idempotency.Idempotent;
import dev.standfirst.shared.openapi.AlsoAnswers;
import dev.standfirst.shared.rate.RateLimited;
import dev.standfirst.shared.text.Ref;
import jakarta.ws.rs.GET;
import jakarta.ws.rs.POST;
import jakarta.ws.rs.Path;
import org.eclipse.microprofile.openapi.annotations.Operation;
import org.eclipse.microprofile.openapi.annotations.tags.Tag;
import org.jboss.resteasy.reactive.RestPath;
import org.jboss.resteasy.reactive.RestResponse;

/** Readers leave comments. */
@Path("/v1/articles/{ref}/comments")
@Tag(name = "comments", description = "What readers say below a story")
public class CommentResource {
    private final PostingService posting;

    CommentResource(PostingService posting) {
        this.posting = posting;
    }

    @GET
    @Path("form")
    @Operation(
            operationId = "getCommentForm",
            summary = "Read what a form for comments needs to know",
            description =
                    "Fetch it when the form is shown: who sends a comment a moment after fetching it is taken for a program.")
    @AlsoAnswers(410)
    public CommentForm form(@RestPath String ref) {
        return posting.form(Ref.of(ref));
    }

    @POST
    @RateLimited
    @TakesEditToken(required = false)
    @Idempotent(completedBy = EditTokens.class)
    @Operation(
            operationId = "createComment",
            summary = "Leave a comment",
            description =
                    "201 if it is shown at once, 202 if it waits for a moderator; where it is and how it stands is told alike. "
                            + "With the edit token of an approved comment as Authorization: Bearer, and the e-mail address of that comment, a reader is known, and is shown at once where only first comments wait. "
                            + "A form may send it again with the same Idempotency-Key, best a random UUID: it is kept once.")
    @AlsoAnswers({201, 202, 403, 410})
    public RestResponse<OwnComment> post(@RestPath String ref, CommentDraft draft) {
        OwnComment comment = posting.post(Ref.of(ref), draft);
        return RestResponse.ResponseBuilder.<OwnComment>create(comment.status() == CommentStatus.APPROVED ? 201 : 202)
                .entity(comment)
                .build();
    }
}
