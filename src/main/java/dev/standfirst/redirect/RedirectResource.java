package dev.standfirst.redirect;

import dev.standfirst.access.CurrentActor;
import dev.standfirst.access.Permission;
import dev.standfirst.change.Outcome;
import dev.standfirst.shared.http.IfMatch;
import dev.standfirst.shared.idempotency.Idempotent;
import dev.standfirst.shared.openapi.AlsoAnswers;
import dev.standfirst.shared.page.Page;
import dev.standfirst.shared.page.PageRequest;
import io.quarkus.security.PermissionsAllowed;
import jakarta.ws.rs.BeanParam;
import jakarta.ws.rs.DELETE;
import jakarta.ws.rs.GET;
import jakarta.ws.rs.POST;
import jakarta.ws.rs.Path;
import java.util.UUID;
import org.eclipse.microprofile.openapi.annotations.Operation;
import org.eclipse.microprofile.openapi.annotations.tags.Tag;
import org.jboss.resteasy.reactive.RestHeader;
import org.jboss.resteasy.reactive.RestPath;
import org.jboss.resteasy.reactive.RestResponse;
import org.jspecify.annotations.Nullable;

/** Redirects for the desk and for importers. */
@Path("/v1/manage/redirects")
@Tag(name = "redirects", description = "Where old paths and old slugs lead")
public class RedirectResource {
    private final RedirectService redirects;
    private final CurrentActor actor;

    RedirectResource(RedirectService redirects, CurrentActor actor) {
        this.redirects = redirects;
        this.actor = actor;
    }

    @GET
    @PermissionsAllowed(Permission.READ)
    @Operation(operationId = "listManagedRedirects", summary = "List redirects, the latest first")
    public Page<RedirectView> list(@BeanParam RedirectFilter filter, @BeanParam PageRequest page) {
        return redirects.list(filter, page);
    }

    @GET
    @Path("{id}")
    @PermissionsAllowed(Permission.READ)
    @Operation(operationId = "getRedirect", summary = "Read a redirect")
    public RedirectView get(@RestPath UUID id) {
        return redirects.read(id);
    }

    @POST
    @Idempotent
    @PermissionsAllowed(Permission.WRITE_REDIRECTS)
    @Operation(
            operationId = "createRedirect",
            summary = "Let a path lead on",
            description =
                    "Redirects never lead to redirects: where others lead to the path, they lead to its target from now on. Old slugs lead on by themselves when a thing is renamed or merged.")
    @AlsoAnswers(201)
    public RestResponse<RedirectView> create(@BeanParam RedirectOptions options, RedirectDraft draft) {
        var written = redirects.create(draft, options.upsert(), actor.get());
        return RestResponse.ResponseBuilder.<RedirectView>create(written.outcome() == Outcome.CREATED ? 201 : 200)
                .entity(written.redirect())
                .build();
    }

    @DELETE
    @Path("{id}")
    @PermissionsAllowed(Permission.WRITE_REDIRECTS)
    @Operation(operationId = "deleteRedirect", summary = "Delete a redirect, also one from an old slug")
    public void delete(@RestPath UUID id, @RestHeader("If-Match") @Nullable String match) {
        redirects.delete(id, IfMatch.of(match), actor.get());
    }
}
