package dev.standfirst.comment;

import dev.standfirst.access.CurrentActor;
import dev.standfirst.access.Permission;
import dev.standfirst.shared.http.IfMatch;
import io.quarkus.security.PermissionsAllowed;
import jakarta.ws.rs.GET;
import jakarta.ws.rs.PUT;
import jakarta.ws.rs.Path;
import org.eclipse.microprofile.openapi.annotations.Operation;
import org.eclipse.microprofile.openapi.annotations.tags.Tag;
import org.jboss.resteasy.reactive.RestHeader;
import org.jspecify.annotations.Nullable;

/** The site's policy on comments, for the desk. */
@Path("/v1/manage/comments/policy")
@Tag(name = "comments", description = "Readers' comments of every status, and what is decided on them")
public class SitePolicyResource {
    private final SitePolicyService policies;
    private final CurrentActor actor;

    SitePolicyResource(SitePolicyService policies, CurrentActor actor) {
        this.policies = policies;
        this.actor = actor;
    }

    @GET
    @PermissionsAllowed(Permission.MODERATE_COMMENTS)
    @Operation(operationId = "getCommentPolicy", summary = "Read the site's policy on comments")
    public SitePolicyView get() {
        return policies.read();
    }

    @PUT
    @PermissionsAllowed(Permission.MODERATE_COMMENTS)
    @Operation(
            operationId = "replaceCommentPolicy",
            summary = "Set the site's policy on comments",
            description =
                    "It holds from the next comment on, for every article that has no commentPolicy or commentsCloseAfterDays of its own. What waits goes on waiting.")
    public SitePolicyView replace(@RestHeader("If-Match") @Nullable String match, SitePolicy policy) {
        return policies.replace(policy, IfMatch.of(match), actor.get());
    }
}
