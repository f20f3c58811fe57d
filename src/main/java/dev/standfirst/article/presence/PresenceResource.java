package dev.standfirst.article.presence;

import dev.standfirst.access.CurrentActor;
import dev.standfirst.access.Permission;
import dev.standfirst.shared.idempotency.SafeToRepeat;
import dev.standfirst.shared.text.Ref;
import io.quarkus.security.PermissionsAllowed;
import jakarta.ws.rs.DELETE;
import jakarta.ws.rs.GET;
import jakarta.ws.rs.POST;
import jakarta.ws.rs.Path;
import org.eclipse.microprofile.openapi.annotations.Operation;
import org.eclipse.microprofile.openapi.annotations.tags.Tag;
import org.jboss.resteasy.reactive.RestPath;

/** Who is editing a story just now. */
@Path("/v1/manage/articles/{ref}")
@Tag(name = "presence", description = "Who has a story open for editing: it warns, and keeps nobody from anything")
public class PresenceResource {
    private final PresenceService presence;
    private final CurrentActor actor;

    PresenceResource(PresenceService presence, CurrentActor actor) {
        this.presence = presence;
        this.actor = actor;
    }

    @GET
    @Path("editors")
    @PermissionsAllowed(Permission.READ)
    @Operation(operationId = "listEditors", summary = "Tell who has an article open for editing")
    public Editors editors(@RestPath String ref) {
        return presence.editors(Ref.of(ref));
    }

    @POST
    @SafeToRepeat
    @Path("editing")
    @PermissionsAllowed(Permission.WRITE_ARTICLES)
    @Operation(
            operationId = "editArticle",
            summary = "Say that one has an article open for editing",
            description =
                    "To be said again every half minute; who says nothing for two minutes no longer counts. It is no change of the article.")
    public Editors edit(@RestPath String ref) {
        return presence.edit(Ref.of(ref), actor.get());
    }

    @DELETE
    @SafeToRepeat
    @Path("editing")
    @PermissionsAllowed(Permission.WRITE_ARTICLES)
    @Operation(operationId = "leaveArticle", summary = "Say that one no longer has an article open for editing")
    public void leave(@RestPath String ref) {
        presence.leave(Ref.of(ref), actor.get());
    }
}
