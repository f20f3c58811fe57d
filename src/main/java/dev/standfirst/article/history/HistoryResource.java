package dev.standfirst.article.history;

import dev.standfirst.access.CurrentActor;
import dev.standfirst.access.Permission;
import dev.standfirst.article.ArticleOptions;
import dev.standfirst.article.ArticleService;
import dev.standfirst.article.ArticleView;
import dev.standfirst.revision.Revision;
import dev.standfirst.shared.http.IfMatch;
import dev.standfirst.shared.idempotency.Idempotent;
import dev.standfirst.shared.page.Page;
import dev.standfirst.shared.page.PageRequest;
import dev.standfirst.shared.text.Ref;
import io.quarkus.security.PermissionsAllowed;
import jakarta.ws.rs.BeanParam;
import jakarta.ws.rs.GET;
import jakarta.ws.rs.POST;
import jakarta.ws.rs.Path;
import org.eclipse.microprofile.openapi.annotations.Operation;
import org.eclipse.microprofile.openapi.annotations.parameters.Parameter;
import org.eclipse.microprofile.openapi.annotations.tags.Tag;
import org.jboss.resteasy.reactive.RestHeader;
import org.jboss.resteasy.reactive.RestPath;
import org.jspecify.annotations.Nullable;

/** What stories said before. */
@Path("/v1/manage/articles/{ref}/revisions")
@Tag(name = "history", description = "Every change of a story: who made it, when and why, and what the story said then")
public class HistoryResource {
    private static final String NUMBER = "The number of a revision of this article: the version that it made";

    private final HistoryService history;
    private final ArticleService articles;
    private final CurrentActor actor;

    HistoryResource(HistoryService history, ArticleService articles, CurrentActor actor) {
        this.history = history;
        this.articles = articles;
        this.actor = actor;
    }

    @GET
    @PermissionsAllowed(Permission.READ)
    @Operation(operationId = "listRevisions", summary = "List the revisions of an article, the latest first")
    public Page<Revision> list(@RestPath String ref, @BeanParam PageRequest page) {
        return history.list(Ref.of(ref), page);
    }

    @GET
    @Path("{number}")
    @PermissionsAllowed(Permission.READ)
    @Operation(operationId = "getRevision", summary = "Read what an article said at one of its versions")
    public RevisionView get(
            @RestPath String ref, @RestPath @Parameter(description = NUMBER, example = "3") long number) {
        return history.read(Ref.of(ref), number);
    }

    @GET
    @Path("{number}/diff/{other}")
    @PermissionsAllowed(Permission.READ)
    @Operation(
            operationId = "compareRevisions",
            summary = "Compare two revisions of an article",
            description = "The fields as a JSON Patch (RFC 6902), the body by lines and words.")
    public RevisionDiff diff(
            @RestPath String ref,
            @RestPath @Parameter(description = NUMBER, example = "3") long number,
            @RestPath @Parameter(description = NUMBER, example = "4") long other) {
        return history.diff(Ref.of(ref), number, other);
    }

    @POST
    @Idempotent
    @Path("{number}/revert")
    @PermissionsAllowed(Permission.WRITE_ARTICLES)
    @Operation(
            operationId = "revertArticle",
            summary = "Go back to what an article said at one of its versions",
            description =
                    "That is a new revision: none is ever rewritten. Address, external reference, status and times stay what they are. What the old revision refers to and is gone since is left out; for a tag that was merged the one that it was merged into stands.")
    public ArticleView revert(
            @RestPath String ref,
            @RestPath @Parameter(description = NUMBER, example = "3") long number,
            @RestHeader("If-Match") @Nullable String match,
            @BeanParam ArticleOptions.OnRelate options) {
        return articles.revert(Ref.of(ref), IfMatch.of(match), number, options, actor.get());
    }
}
