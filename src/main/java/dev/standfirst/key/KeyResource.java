package dev.standfirst.key;

import dev.standfirst.access.CurrentActor;
import dev.standfirst.access.Permission;
import dev.standfirst.shared.http.IfMatch;
import dev.standfirst.shared.idempotency.Idempotent;
import dev.standfirst.shared.json.MergePatch;
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
import java.util.UUID;
import org.eclipse.microprofile.openapi.annotations.Operation;
import org.eclipse.microprofile.openapi.annotations.tags.Tag;
import org.jboss.resteasy.reactive.ResponseStatus;
import org.jboss.resteasy.reactive.RestHeader;
import org.jboss.resteasy.reactive.RestPath;
import org.jspecify.annotations.Nullable;

/** Keys, for administrators. */
@Path("/v1/manage/keys")
@Tag(name = "keys", description = "Who may call management, and with which role")
public class KeyResource {
    private final KeyService keys;
    private final CurrentActor actor;

    KeyResource(KeyService keys, CurrentActor actor) {
        this.keys = keys;
        this.actor = actor;
    }

    @GET
    @PermissionsAllowed(Permission.MANAGE_KEYS)
    @Operation(operationId = "listKeys", summary = "List keys, the latest first, revoked ones too")
    public Page<KeyView> list(@BeanParam PageRequest page) {
        return keys.list(page);
    }

    @GET
    @Path("{id}")
    @PermissionsAllowed(Permission.MANAGE_KEYS)
    @Operation(operationId = "getKey", summary = "Read a key")
    public KeyView get(@RestPath UUID id) {
        return keys.read(id);
    }

    @POST
    @Idempotent
    @PermissionsAllowed(Permission.MANAGE_KEYS)
    @ResponseStatus(201)
    @Operation(operationId = "createKey", summary = "Create a key, and see its secret once")
    public NewKey create(KeyDraft draft) {
        return keys.create(draft, actor.get());
    }

    @PATCH
    @Path("{id}")
    @Consumes({MergePatch.MEDIA_TYPE, MediaType.APPLICATION_JSON})
    @PermissionsAllowed(Permission.MANAGE_KEYS)
    @Operation(operationId = "patchKey", summary = "Change a key's name or expiry")
    public KeyView patch(
            @RestPath UUID id, @RestHeader("If-Match") @Nullable String match, MergePatch<KeyChanges> patch) {
        return keys.patch(id, IfMatch.of(match), patch, actor.get());
    }

    @POST
    @Idempotent
    @Path("{id}/rotate")
    @PermissionsAllowed(Permission.MANAGE_KEYS)
    @Operation(operationId = "rotateKey", summary = "Give a key a new secret, and see it once")
    public NewKey rotate(@RestPath UUID id, @RestHeader("If-Match") @Nullable String match, Rotation rotation) {
        return keys.rotate(id, IfMatch.of(match), rotation, actor.get());
    }

    @DELETE
    @Path("{id}")
    @PermissionsAllowed(Permission.MANAGE_KEYS)
    @Operation(operationId = "revokeKey", summary = "Revoke a key at once and for good")
    public void revoke(@RestPath UUID id, @RestHeader("If-Match") @Nullable String match) {
        keys.revoke(id, IfMatch.of(match), actor.get());
    }
}
