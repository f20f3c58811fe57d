package dev.standfirst.tag;

import dev.standfirst.access.CurrentActor;
import dev.standfirst.access.Permission;
import dev.standfirst.shared.http.IfMatch;
import dev.standfirst.shared.idempotency.Idempotent;
import dev.standfirst.shared.json.MergePatch;
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
import org.eclipse.microprofile.openapi.annotations.Operation;
import org.eclipse.microprofile.openapi.annotations.tags.Tag;
import org.jboss.resteasy.reactive.ResponseStatus;
import org.jboss.resteasy.reactive.RestHeader;
import org.jboss.resteasy.reactive.RestPath;
import org.jspecify.annotations.Nullable;

/** Tags for the desk. */
@Path("/v1/manage/tags")
@Tag(name = "tags", description = "Sections, topics, series, places, people and organisations")
public class TagResource {
    private final TagService tags;
    private final CurrentActor actor;

    TagResource(TagService tags, CurrentActor actor) {
        this.tags = tags;
        this.actor = actor;
    }

    @GET
    @PermissionsAllowed(Permission.READ)
    @Operation(operationId = "listManagedTags", summary = "List tags")
    public Page<TagView> list(@BeanParam TagFilter filter, @BeanParam PageRequest page) {
        return tags.list(filter, page);
    }

    @GET
    @Path("{ref}")
    @PermissionsAllowed(Permission.READ)
    @Operation(operationId = "getManagedTag", summary = "Read a tag")
    public TagView get(@RestPath String ref) {
        return tags.read(Ref.of(ref));
    }

    @POST
    @Idempotent
    @PermissionsAllowed(Permission.WRITE_TAGS)
    @ResponseStatus(201)
    @Operation(operationId = "createTag", summary = "Create a tag")
    public TagView create(TagDraft draft) {
        return tags.create(draft, actor.get());
    }

    @PUT
    @Path("{ref}")
    @PermissionsAllowed(Permission.WRITE_TAGS)
    @Operation(operationId = "replaceTag", summary = "Replace a tag")
    public TagView replace(@RestPath String ref, @RestHeader("If-Match") @Nullable String match, TagDraft draft) {
        return tags.replace(Ref.of(ref), IfMatch.of(match), draft, actor.get());
    }

    @PATCH
    @Path("{ref}")
    @Consumes({MergePatch.MEDIA_TYPE, MediaType.APPLICATION_JSON})
    @PermissionsAllowed(Permission.WRITE_TAGS)
    @Operation(operationId = "patchTag", summary = "Change a tag")
    public TagView patch(
            @RestPath String ref, @RestHeader("If-Match") @Nullable String match, MergePatch<TagDraft> patch) {
        return tags.patch(Ref.of(ref), IfMatch.of(match), patch, actor.get());
    }

    @POST
    @Idempotent
    @Path("{ref}/merge")
    @PermissionsAllowed(Permission.WRITE_TAGS)
    @Operation(
            operationId = "mergeTag",
            summary = "Merge a tag into another, which every article that had the one has then",
            description =
                    "The other keeps its name, slug, description, kind and custom; where it has no description or an empty custom, or is a mere topic, it takes the merged one's. All addresses of the merged tag, its id among them, lead to the other; so does its name, where a draft of an article names tags. A tag that is merged already, here or in the body, is refused (tag-merged): merging again changes nothing.")
    public TagView merge(@RestPath String ref, TagMerge merge) {
        return tags.merge(Ref.of(ref), merge, actor.get());
    }

    @DELETE
    @Path("{ref}")
    @PermissionsAllowed(Permission.WRITE_TAGS)
    @Operation(operationId = "deleteTag", summary = "Delete a tag that no article has")
    public void delete(@RestPath String ref, @RestHeader("If-Match") @Nullable String match) {
        tags.delete(Ref.of(ref), IfMatch.of(match), actor.get());
    }
}
