package dev.standfirst.comment.block;

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

/** Who and what is blocked from the comments. */
@Path("/v1/manage/blocks")
@Tag(name = "blocks", description = "Who and what is blocked from the comments")
public class BlockResource {
    private final BlockService blocks;
    private final CurrentActor actor;

    BlockResource(BlockService blocks, CurrentActor actor) {
        this.blocks = blocks;
        this.actor = actor;
    }

    @GET
    @PermissionsAllowed(Permission.MODERATE_COMMENTS)
    @Operation(operationId = "listBlocks", summary = "List what is blocked, the latest first")
    public Page<BlockView> list(@BeanParam BlockFilter filter, @BeanParam PageRequest page) {
        return blocks.list(filter, page);
    }

    @GET
    @Path("{id}")
    @PermissionsAllowed(Permission.MODERATE_COMMENTS)
    @Operation(operationId = "getBlock", summary = "Read a block")
    public BlockView get(@RestPath UUID id) {
        return blocks.read(id);
    }

    @POST
    @Idempotent
    @PermissionsAllowed(Permission.MODERATE_COMMENTS)
    @ResponseStatus(201)
    @Operation(
            operationId = "createBlock",
            summary = "Block an address, a domain, a range, a word or a pattern",
            description =
                    "It counts from the next comment on, and not for those that are there. Who is turned away is not told by which block.")
    public BlockView create(BlockDraft draft) {
        return blocks.create(draft, actor.get());
    }

    @PATCH
    @Path("{id}")
    @Consumes({MergePatch.MEDIA_TYPE, MediaType.APPLICATION_JSON})
    @PermissionsAllowed(Permission.MODERATE_COMMENTS)
    @Operation(operationId = "patchBlock", summary = "Change what a block does, or its note")
    public BlockView patch(
            @RestPath UUID id, @RestHeader("If-Match") @Nullable String match, MergePatch<BlockChanges> patch) {
        return blocks.patch(id, IfMatch.of(match), patch, actor.get());
    }

    @DELETE
    @Path("{id}")
    @PermissionsAllowed(Permission.MODERATE_COMMENTS)
    @Operation(operationId = "deleteBlock", summary = "Delete a block")
    public void delete(@RestPath UUID id, @RestHeader("If-Match") @Nullable String match) {
        blocks.delete(id, IfMatch.of(match), actor.get());
    }
}
