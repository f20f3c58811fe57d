package dev.standfirst.article.preview;

import dev.standfirst.access.CurrentActor;
import dev.standfirst.access.Permission;
import dev.standfirst.shared.idempotency.Idempotent;
import dev.standfirst.shared.idempotency.SafeToRepeat;
import dev.standfirst.shared.page.Page;
import dev.standfirst.shared.page.PageRequest;
import dev.standfirst.shared.text.Ref;
import io.quarkus.security.PermissionsAllowed;
import jakarta.ws.rs.BeanParam;
import jakarta.ws.rs.DELETE;
import jakarta.ws.rs.GET;
import jakarta.ws.rs.POST;
import jakarta.ws.rs.Path;
import java.util.UUID;
import org.eclipse.microprofile.openapi.annotations.Operation;
import org.eclipse.microprofile.openapi.annotations.tags.Tag;
import org.jboss.resteasy.reactive.ResponseStatus;
import org.jboss.resteasy.reactive.RestPath;

/** Previews of a story. */
@Path("/v1/manage/articles/{ref}/preview")
@Tag(name = "previews", description = "Links to one revision of a story, for people without a key")
public class PreviewResource {
    private final PreviewService previews;
    private final CurrentActor actor;

    PreviewResource(PreviewService previews, CurrentActor actor) {
        this.previews = previews;
        this.actor = actor;
    }

    @POST
    @Idempotent(completedBy = PreviewTokens.class)
    @PermissionsAllowed(Permission.WRITE_ARTICLES)
    @ResponseStatus(201)
    @Operation(
            operationId = "createPreview",
            summary = "Make a link that shows a revision of an article to people without a key")
    public NewPreview create(@RestPath String ref, @BeanParam PreviewOptions options) {
        return previews.create(Ref.of(ref), options, actor.get());
    }

    @GET
    @PermissionsAllowed(Permission.READ)
    @Operation(
            operationId = "listPreviews",
            summary = "List the previews of an article, the latest first",
            description = "What opens them is not told again.")
    public Page<PreviewView> list(@RestPath String ref, @BeanParam PageRequest page) {
        return previews.list(Ref.of(ref), page);
    }

    @GET
    @Path("{id}")
    @PermissionsAllowed(Permission.READ)
    @Operation(
            operationId = "getManagedPreview",
            summary = "Read a preview",
            description = "What opens it is not told again.")
    public PreviewView get(@RestPath String ref, @RestPath UUID id) {
        return previews.read(Ref.of(ref), id);
    }

    @DELETE
    @SafeToRepeat
    @Path("{id}")
    @PermissionsAllowed(Permission.WRITE_ARTICLES)
    @Operation(operationId = "revokePreview", summary = "End a preview before its time")
    public void revoke(@RestPath String ref, @RestPath UUID id) {
        previews.revoke(Ref.of(ref), id, actor.get());
    }
}
