package dev.standfirst.author;

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

/** Authors for the desk. */
@Path("/v1/manage/authors")
@Tag(name = "authors", description = "Who wrote the articles")
public class AuthorResource {
    private final AuthorService authors;
    private final CurrentActor actor;

    AuthorResource(AuthorService authors, CurrentActor actor) {
        this.authors = authors;
        this.actor = actor;
    }

    @GET
    @PermissionsAllowed(Permission.READ)
    @Operation(operationId = "listManagedAuthors", summary = "List authors")
    public Page<AuthorView> list(@BeanParam AuthorFilter filter, @BeanParam PageRequest page) {
        return authors.list(filter, page);
    }

    @GET
    @Path("{ref}")
    @PermissionsAllowed(Permission.READ)
    @Operation(operationId = "getManagedAuthor", summary = "Read an author")
    public AuthorView get(@RestPath String ref) {
        return authors.read(Ref.of(ref));
    }

    @POST
    @Idempotent
    @PermissionsAllowed(Permission.WRITE_AUTHORS)
    @ResponseStatus(201)
    @Operation(operationId = "createAuthor", summary = "Create an author")
    public AuthorView create(AuthorDraft draft) {
        return authors.create(draft, actor.get());
    }

    @PUT
    @Path("{ref}")
    @PermissionsAllowed(Permission.WRITE_AUTHORS)
    @Operation(operationId = "replaceAuthor", summary = "Replace an author")
    public AuthorView replace(@RestPath String ref, @RestHeader("If-Match") @Nullable String match, AuthorDraft draft) {
        return authors.replace(Ref.of(ref), IfMatch.of(match), draft, actor.get());
    }

    @PATCH
    @Path("{ref}")
    @Consumes({MergePatch.MEDIA_TYPE, MediaType.APPLICATION_JSON})
    @PermissionsAllowed(Permission.WRITE_AUTHORS)
    @Operation(operationId = "patchAuthor", summary = "Change an author")
    public AuthorView patch(
            @RestPath String ref, @RestHeader("If-Match") @Nullable String match, MergePatch<AuthorDraft> patch) {
        return authors.patch(Ref.of(ref), IfMatch.of(match), patch, actor.get());
    }

    @DELETE
    @Path("{ref}")
    @PermissionsAllowed(Permission.WRITE_AUTHORS)
    @Operation(operationId = "deleteAuthor", summary = "Delete an author of no article")
    public void delete(@RestPath String ref, @RestHeader("If-Match") @Nullable String match) {
        authors.delete(Ref.of(ref), IfMatch.of(match), actor.get());
    }
}
