package dev.standfirst.article.related;

import dev.standfirst.access.CurrentActor;
import dev.standfirst.access.Permission;
import dev.standfirst.article.ArticleOptions;
import dev.standfirst.shared.http.IfMatch;
import dev.standfirst.shared.text.Ref;
import io.quarkus.security.PermissionsAllowed;
import jakarta.ws.rs.BeanParam;
import jakarta.ws.rs.GET;
import jakarta.ws.rs.PUT;
import jakarta.ws.rs.Path;
import org.eclipse.microprofile.openapi.annotations.Operation;
import org.eclipse.microprofile.openapi.annotations.tags.Tag;
import org.jboss.resteasy.reactive.RestHeader;
import org.jboss.resteasy.reactive.RestPath;
import org.jspecify.annotations.Nullable;

/** What an article is related to, for the desk. */
@Path("/v1/manage/articles/{ref}/related")
@Tag(name = "related", description = "What editors relate an article to: other articles, and pages elsewhere")
public class RelatedResource {
    private final RelatedService related;
    private final CurrentActor actor;

    RelatedResource(RelatedService related, CurrentActor actor) {
        this.related = related;
        this.actor = actor;
    }

    @GET
    @PermissionsAllowed(Permission.READ)
    @Operation(operationId = "getManagedRelated", summary = "Read what an article is related to, whatever its status")
    public RelatedView get(@RestPath String ref, @BeanParam ArticleOptions.View view) {
        return view.side() == ArticleOptions.Side.LIVE ? related.readLive(Ref.of(ref)) : related.read(Ref.of(ref));
    }

    @PUT
    @PermissionsAllowed(Permission.WRITE_ARTICLES)
    @Operation(
            operationId = "replaceRelated",
            summary = "Set what an article is related to",
            description =
                    "It is a change of the article, and takes and raises its version. Links that are there already change nothing: without draft those that readers see, also where there is a working copy. The answer is that of a GET.")
    public RelatedView replace(
            @RestPath String ref,
            @RestHeader("If-Match") @Nullable String match,
            @BeanParam ArticleOptions.OnRelate options,
            RelatedDraft draft) {
        return related.replace(Ref.of(ref), IfMatch.of(match), draft, options, actor.get());
    }
}
