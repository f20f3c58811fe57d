package dev.standfirst.article;

import dev.standfirst.access.CurrentActor;
import dev.standfirst.access.Permission;
import dev.standfirst.shared.http.IfMatch;
import dev.standfirst.shared.idempotency.Idempotent;
import dev.standfirst.shared.openapi.OptionalVersion;
import dev.standfirst.shared.text.Ref;
import io.quarkus.security.PermissionsAllowed;
import jakarta.ws.rs.BeanParam;
import jakarta.ws.rs.DELETE;
import jakarta.ws.rs.POST;
import jakarta.ws.rs.Path;
import org.eclipse.microprofile.openapi.annotations.Operation;
import org.eclipse.microprofile.openapi.annotations.tags.Tag;
import org.jboss.resteasy.reactive.RestHeader;
import org.jboss.resteasy.reactive.RestPath;
import org.jspecify.annotations.Nullable;

/** The ways of an article from a draft to its readers and back. */
@Path("/v1/manage/articles/{ref}")
@Tag(name = "workflow", description = "The way of a story from draft over review to its readers, and back")
public class MoveResource {
    private final MoveService moves;
    private final WorkingCopyService copies;
    private final CurrentActor actor;

    MoveResource(MoveService moves, WorkingCopyService copies, CurrentActor actor) {
        this.moves = moves;
        this.copies = copies;
        this.actor = actor;
    }

    @POST
    @Idempotent
    @OptionalVersion
    @Path("submit")
    @PermissionsAllowed(Permission.WRITE_ARTICLES)
    @Operation(
            operationId = "submitArticle",
            summary = "Hand a draft, or a working copy, to those who publish",
            description = "It is in review then.")
    public ArticleView submit(
            @RestPath String ref,
            @RestHeader("If-Match") @Nullable String match,
            @BeanParam ArticleOptions.OnMove options) {
        return moves.submit(Ref.of(ref), IfMatch.optional(match), options.note(), actor.get());
    }

    @POST
    @Idempotent
    @OptionalVersion
    @Path("reject")
    @PermissionsAllowed(Permission.PUBLISH_ARTICLES)
    @Operation(
            operationId = "rejectArticle",
            summary = "Hand back what is in review",
            description =
                    "It is a draft then. A working copy that was to be published at a time is not published then.")
    public ArticleView reject(
            @RestPath String ref,
            @RestHeader("If-Match") @Nullable String match,
            @BeanParam ArticleOptions.OnMove options) {
        return moves.reject(Ref.of(ref), IfMatch.optional(match), options.note(), actor.get());
    }

    @POST
    @Idempotent
    @OptionalVersion
    @Path("publish")
    @PermissionsAllowed(Permission.PUBLISH_ARTICLES)
    @Operation(
            operationId = "publishArticle",
            summary = "Publish a draft, or the working copy of an article",
            description =
                    "Readers see a working copy whole, and all at once: its fields, text, authors, tags and related links. What these refer to and is gone since is left out; for a tag that was merged the one that it was merged into stands.")
    public ArticleView publish(
            @RestPath String ref,
            @RestHeader("If-Match") @Nullable String match,
            @BeanParam ArticleOptions.OnPublish options) {
        return moves.publish(Ref.of(ref), IfMatch.optional(match), options.at(), options.note(), actor.get());
    }

    @POST
    @Idempotent
    @OptionalVersion
    @Path("unpublish")
    @PermissionsAllowed(Permission.PUBLISH_ARTICLES)
    @Operation(
            operationId = "unpublishArticle",
            summary = "Take a published article back",
            description = "It is a draft then. Its working copy, if it has one, is the article then.")
    public ArticleView unpublish(
            @RestPath String ref,
            @RestHeader("If-Match") @Nullable String match,
            @BeanParam ArticleOptions.OnMove options) {
        return moves.unpublish(Ref.of(ref), IfMatch.optional(match), options.note(), actor.get());
    }

    @DELETE
    @Path("working-copy")
    @PermissionsAllowed(Permission.WRITE_ARTICLES)
    @Operation(
            operationId = "dropWorkingCopy",
            summary = "Drop the working copy of an article",
            description =
                    "What readers see stays. The revisions of the working copy stay too, and can be gone back to.")
    public void drop(
            @RestPath String ref,
            @RestHeader("If-Match") @Nullable String match,
            @BeanParam ArticleOptions.OnMove options) {
        copies.drop(Ref.of(ref), IfMatch.of(match), options.note(), actor.get());
    }

    @POST
    @Idempotent
    @Path("restore")
    @PermissionsAllowed(Permission.WRITE_ARTICLES)
    @Operation(operationId = "restoreArticle", summary = "Take an article out of the trash, as a draft")
    public ArticleView restore(@RestPath String ref) {
        return moves.restore(Ref.of(ref), actor.get());
    }

    @POST
    @Idempotent
    @Path("purge")
    @PermissionsAllowed(Permission.PURGE_ARTICLES)
    @Operation(operationId = "purgeArticle", summary = "Remove an article from the trash for good")
    public void purge(@RestPath String ref) {
        moves.purge(Ref.of(ref), actor.get());
    }
}
