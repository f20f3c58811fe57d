package dev.standfirst.collection;

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
import dev.standfirst.shared.text.Ref;
import io.quarkus.security.PermissionsAllowed;
import jakarta.ws.rs.BeanParam;
import jakarta.ws.rs.Consumes;
import jakarta.ws.rs.DELETE;
import jakarta.ws.rs.GET;
import jakarta.ws.rs.PATCH;
import jakarta.ws.rs.POST;
import jakarta.ws.rs.PUT;
import jakarta.ws.rs.Path;
import jakarta.ws.rs.core.MediaType;
import java.util.UUID;
import org.eclipse.microprofile.openapi.annotations.Operation;
import org.eclipse.microprofile.openapi.annotations.tags.Tag;
import org.jboss.resteasy.reactive.ResponseStatus;
import org.jboss.resteasy.reactive.RestHeader;
import org.jboss.resteasy.reactive.RestPath;
import org.jspecify.annotations.Nullable;

/** Collections for the desk. */
@Path("/v1/manage/collections")
@Tag(name = "collections", description = "Lists of stories that editors keep by hand: front pages, series")
public class CollectionResource {
    private final CollectionService collections;
    private final CurrentActor actor;

    CollectionResource(CollectionService collections, CurrentActor actor) {
        this.collections = collections;
        this.actor = actor;
    }

    @GET
    @PermissionsAllowed(Permission.READ)
    @Operation(operationId = "listManagedCollections", summary = "List collections by their slugs")
    public Page<CollectionSummary> list(@BeanParam PageRequest page) {
        return collections.list(page);
    }

    @GET
    @Path("{ref}")
    @PermissionsAllowed(Permission.READ)
    @Operation(operationId = "getManagedCollection", summary = "Read a collection, whatever the status of its stories")
    public CollectionView get(@RestPath String ref) {
        return collections.read(Ref.of(ref));
    }

    @POST
    @Idempotent
    @PermissionsAllowed(Permission.WRITE_COLLECTIONS)
    @ResponseStatus(201)
    @Operation(operationId = "createCollection", summary = "Create a collection, which readers see at once")
    public CollectionView create(CollectionDraft draft) {
        return collections.create(draft, actor.get());
    }

    @PUT
    @Path("{ref}")
    @PermissionsAllowed(Permission.WRITE_COLLECTIONS)
    @Operation(
            operationId = "replaceCollection",
            summary = "Replace a collection with all of its stories",
            description = "Editions that are to come stay.")
    public CollectionView replace(
            @RestPath String ref, @RestHeader("If-Match") @Nullable String match, CollectionDraft draft) {
        return collections.replace(Ref.of(ref), IfMatch.of(match), draft, actor.get());
    }

    @PATCH
    @Path("{ref}")
    @Consumes({MergePatch.MEDIA_TYPE, MediaType.APPLICATION_JSON})
    @PermissionsAllowed(Permission.WRITE_COLLECTIONS)
    @Operation(operationId = "patchCollection", summary = "Change a collection")
    public CollectionView patch(
            @RestPath String ref, @RestHeader("If-Match") @Nullable String match, MergePatch<CollectionDraft> patch) {
        return collections.patch(Ref.of(ref), IfMatch.of(match), patch, actor.get());
    }

    @DELETE
    @Path("{ref}")
    @PermissionsAllowed(Permission.WRITE_COLLECTIONS)
    @Operation(operationId = "deleteCollection", summary = "Delete a collection; its stories stay what they are")
    public void delete(@RestPath String ref, @RestHeader("If-Match") @Nullable String match) {
        collections.delete(Ref.of(ref), IfMatch.of(match), actor.get());
    }

    @POST
    @Idempotent
    @OptionalVersion
    @Path("{ref}/move")
    @PermissionsAllowed(Permission.WRITE_COLLECTIONS)
    @Operation(
            operationId = "moveInCollection",
            summary = "Move a story of a collection before another",
            description = "Two who move at once both do: each says which story is to follow, and not a number.")
    public CollectionView move(@RestPath String ref, @RestHeader("If-Match") @Nullable String match, ItemMove move) {
        return collections.move(Ref.of(ref), IfMatch.optional(match), move, actor.get());
    }

    @GET
    @Path("{ref}/schedule")
    @PermissionsAllowed(Permission.READ)
    @Operation(
            operationId = "listEditions",
            summary = "List the editions of a collection that are to come, the first before the others")
    public Page<EditionView> schedule(@RestPath String ref, @BeanParam PageRequest page) {
        return collections.schedule(Ref.of(ref), page);
    }

    @POST
    @Idempotent
    @Path("{ref}/schedule")
    @PermissionsAllowed(Permission.WRITE_COLLECTIONS)
    @ResponseStatus(201)
    @Operation(
            operationId = "createEdition",
            summary = "Decide what a collection holds from a moment on",
            description =
                    "Readers see it from that moment on. It raises the version of the collection, now and when it begins: who read it before has read another list.")
    public EditionView schedule(@RestPath String ref, EditionDraft draft) {
        return collections.schedule(Ref.of(ref), draft, actor.get());
    }

    @GET
    @Path("{ref}/schedule/{id}")
    @PermissionsAllowed(Permission.READ)
    @Operation(operationId = "getEdition", summary = "Read an edition of a collection")
    public EditionView edition(@RestPath String ref, @RestPath UUID id) {
        return collections.edition(Ref.of(ref), id);
    }

    @DELETE
    @SafeToRepeat
    @Path("{ref}/schedule/{id}")
    @PermissionsAllowed(Permission.WRITE_COLLECTIONS)
    @Operation(operationId = "cancelEdition", summary = "Cancel an edition that is to come")
    @AlsoAnswers(409)
    public void unschedule(@RestPath String ref, @RestPath UUID id) {
        collections.unschedule(Ref.of(ref), id, actor.get());
    }
}
