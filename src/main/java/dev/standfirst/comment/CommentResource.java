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
import org.jboss.resteasy.reactive.ResponseStatus;
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
                    "Fetch it when the form is shown: who sends a comment within three seconds of fetching it is taken for a program, and the comment waits. A comment without the token is taken all the same, if the server is not set otherwise; one with a token that cannot be read, or is another article's, waits.")
    @AlsoAnswers(410)
    public CommentForm form(@RestPath String ref) {
        return posting.form(Ref.of(ref));
    }

    @POST
    @RateLimited
    @TakesEditToken(required = false)
    @Idempotent(preparedBy = PostingService.class, completedBy = EditTokens.class)
    @ResponseStatus(201)
    @Operation(
            operationId = "createComment",
            summary = "Leave a comment",
            description =
                    "201 if it is shown at once, 202 if it is not to be seen yet; whether it ever will be is not told. "
                            + "With the edit token of an approved comment as Authorization: Bearer, and the e-mail address of that comment, a reader is known, and is shown at once where only first comments wait, on any article, for 180 days if the server is not set otherwise; a token that is of no use is ignored. What is like spam waits in any case. "
                            + "With an Idempotency-Key, best a random UUID for each filled form, it is kept once however often it is sent, and the answer with its token is given again; for readers another body is another request, whatever its key. "
                            + "The limits are named network (10 a minute from one) and address (5 a minute), if the server is not set otherwise; what is refused for its text counts, too. "
                            + "403 is comments-closed or comment-refused; 422 also unknown-parent, parent-elsewhere, parent-not-shown, thread-too-deep, quotes-too-deep, homograph-host, nothing-to-see, control-character, direction-character, invisible-character, line-break and address-in-name: at /problems is what each means.")
    @AlsoAnswers({202, 403, 410})
    public RestResponse<OwnComment> post(@RestPath String ref, CommentDraft draft) {
        OwnComment comment = posting.post(Ref.of(ref), draft);
        return RestResponse.ResponseBuilder.<OwnComment>create(comment.status() == CommentStatus.APPROVED ? 201 : 202)
                .entity(comment)
                .build();
    }
}
