package dev.standfirst.comment;

import dev.standfirst.access.CurrentActor;
import dev.standfirst.access.Permission;
import dev.standfirst.shared.http.IfMatch;
import dev.standfirst.shared.idempotency.Idempotent;
import dev.standfirst.shared.idempotency.SafeToRepeat;
import dev.standfirst.shared.json.MergePatch;
import dev.standfirst.shared.openapi.AlsoAnswers;
import dev.standfirst.shared.openapi.OptionalVersion;
import dev.standfirst.shared.page.Page;
import dev.standfirst.shared.page.PageRequest;
import io.quarkus.security.PermissionsAllowed;
import jakarta.ws.rs.BeanParam;
import jakarta.ws.rs.Consumes;
import jakarta.ws.rs.DELETE;
import jakarta.ws.rs.GET;
import jakarta.ws.rs.PATCH;
import jakarta.ws.rs.POST;
import jakarta.ws.rs.Path;
import jakarta.ws.rs.core.MediaType;
import java.util.Optional;
import java.util.UUID;
import org.eclipse.microprofile.openapi.annotations.Operation;
import org.eclipse.microprofile.openapi.annotations.tags.Tag;
import org.jboss.resteasy.reactive.ResponseStatus;
import org.jboss.resteasy.reactive.RestHeader;
import org.jboss.resteasy.reactive.RestPath;
import org.jspecify.annotations.Nullable;

/** Comments for the desk. */
@Path("/v1/manage/comments")
@Tag(name = "comments", description = "Readers' comments of every status, and what is decided on them")
public class ModerationResource {
    private static final String DECISION =
            "A comment that stands so already, or that restore finds neither in spam nor in the trash, is a 409 (already-decided). If-Match is not required; with it, a comment on which somebody decided otherwise since is not decided on either (409), nor one that its writer changed since (412).";

    private final ModerationService moderation;
    private final ManyDecisionsService many;
    private final CurrentActor actor;

    ModerationResource(ModerationService moderation, ManyDecisionsService many, CurrentActor actor) {
        this.moderation = moderation;
        this.many = many;
        this.actor = actor;
    }

    @GET
    @PermissionsAllowed(Permission.MODERATE_COMMENTS)
    @Operation(
            operationId = "listManagedComments",
            summary = "List comments, whatever their status",
            description = "The queue of what waits is ?status=pending.")
    public Page<CommentView> list(
            @BeanParam CommentFilter filter, @BeanParam CommentSort sort, @BeanParam PageRequest page) {
        return moderation.list(filter, sort, page);
    }

    @POST
    @SafeToRepeat
    @Path("search")
    @PermissionsAllowed(Permission.MODERATE_COMMENTS)
    @Operation(
            operationId = "searchComments",
            summary = "List comments by the address that they came from",
            description =
                    "By POST, because an address of a person has no place in a URL. To walk the list, send the same body to page.next.")
    public Page<CommentView> search(@BeanParam CommentSort sort, @BeanParam PageRequest page, CommentSearch search) {
        return moderation.search(search, sort, page);
    }

    @POST
    @SafeToRepeat
    @Path("decide")
    @PermissionsAllowed(Permission.MODERATE_COMMENTS)
    @Operation(
            operationId = "decideComments",
            summary = "Decide on many comments at once",
            description =
                    "The filter is that of the list of comments. The work is done in batches of 100, each kept whole; comments that stand so already are left as they are, so a request that broke off can be sent again. More than 10,000 comments are refused (422, too-many-comments). A filter without status takes comments of every status.")
    @AlsoAnswers(409)
    public DecisionResult decide(
            @BeanParam CommentFilter filter, @BeanParam DecisionOptions options, ManyDecisions decisions) {
        return many.decide(filter, decisions, options.dryRun(), actor.get());
    }

    @GET
    @Path("{id}")
    @PermissionsAllowed(Permission.MODERATE_COMMENTS)
    @Operation(operationId = "getManagedComment", summary = "Read a comment")
    public CommentView get(@RestPath UUID id) {
        return moderation.read(id);
    }

    @PATCH
    @Path("{id}")
    @Consumes({MergePatch.MEDIA_TYPE, MediaType.APPLICATION_JSON})
    @PermissionsAllowed(Permission.MODERATE_COMMENTS)
    @Operation(operationId = "patchComment", summary = "Change what is written in a comment")
    public CommentView patch(
            @RestPath UUID id, @RestHeader("If-Match") @Nullable String match, MergePatch<CommentPatch> patch) {
        return moderation.edit(id, IfMatch.of(match), patch, actor.get());
    }

    @DELETE
    @Path("{id}")
    @PermissionsAllowed(Permission.MODERATE_COMMENTS)
    @Operation(
            operationId = "removeComment",
            summary = "Delete what is written in a comment, for good",
            description =
                    "Text, author and address are gone; only the comment's place stays, and readers see that only where replies hang on it.")
    public void delete(@RestPath UUID id, @RestHeader("If-Match") @Nullable String match) {
        moderation.delete(id, IfMatch.of(match), actor.get());
    }

    @POST
    @Idempotent
    @OptionalVersion
    @Path("{id}/approve")
    @PermissionsAllowed(Permission.MODERATE_COMMENTS)
    @Operation(operationId = "approveComment", summary = "Show a comment to readers", description = DECISION)
    public CommentView approve(@RestPath UUID id, @RestHeader("If-Match") @Nullable String match) {
        return decide(id, Decision.APPROVE, match);
    }

    @POST
    @Idempotent
    @OptionalVersion
    @Path("{id}/spam")
    @PermissionsAllowed(Permission.MODERATE_COMMENTS)
    @Operation(operationId = "spamComment", summary = "Call a comment spam", description = DECISION)
    public CommentView spam(@RestPath UUID id, @RestHeader("If-Match") @Nullable String match) {
        return decide(id, Decision.SPAM, match);
    }

    @POST
    @Idempotent
    @OptionalVersion
    @Path("{id}/trash")
    @PermissionsAllowed(Permission.MODERATE_COMMENTS)
    @Operation(operationId = "trashComment", summary = "Move a comment to the trash", description = DECISION)
    public CommentView trash(@RestPath UUID id, @RestHeader("If-Match") @Nullable String match) {
        return decide(id, Decision.TRASH, match);
    }

    @POST
    @Idempotent
    @OptionalVersion
    @Path("{id}/restore")
    @PermissionsAllowed(Permission.MODERATE_COMMENTS)
    @Operation(
            operationId = "restoreComment",
            summary = "Take a comment out of spam or trash, to wait again",
            description = DECISION)
    public CommentView restore(@RestPath UUID id, @RestHeader("If-Match") @Nullable String match) {
        return decide(id, Decision.RESTORE, match);
    }

    @POST
    @Idempotent
    @Path("{id}/replies")
    @ResponseStatus(201)
    @PermissionsAllowed(Permission.MODERATE_COMMENTS)
    @Operation(operationId = "replyToComment", summary = "Answer a comment for the desk, shown at once")
    public CommentView reply(@RestPath UUID id, StaffReply reply) {
        return moderation.reply(id, reply, actor.get());
    }

    private CommentView decide(UUID id, Decision decision, @Nullable String match) {
        return moderation.decide(id, decision, Optional.ofNullable(match).map(IfMatch::of), actor.get());
    }
}
