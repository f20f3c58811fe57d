package dev.standfirst.article;

import dev.standfirst.access.CurrentActor;
import dev.standfirst.access.Permission;
import dev.standfirst.change.Outcome;
import dev.standfirst.shared.http.IfMatch;
import dev.standfirst.shared.idempotency.Idempotent;
import dev.standfirst.shared.json.MergePatch;
import dev.standfirst.shared.openapi.AlsoAnswers;
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
import org.jboss.resteasy.reactive.RestHeader;
import org.jboss.resteasy.reactive.RestPath;
import org.jboss.resteasy.reactive.RestResponse;
import org.jspecify.annotations.Nullable;

/** Articles for the desk. */
@Path("/v1/manage/articles")
@Tag(name = "articles", description = "Stories: drafts, published and scheduled ones, and the trash")
public class ArticleResource {
    private final ArticleService articles;
    private final MoveService moves;
    private final CurrentActor actor;

    ArticleResource(ArticleService articles, MoveService moves, CurrentActor actor) {
        this.articles = articles;
        this.moves = moves;
        this.actor = actor;
    }

    @GET
    @PermissionsAllowed(Permission.READ)
    @Operation(operationId = "listManagedArticles", summary = "List articles, whatever their status")
    public Page<ArticleSummary> list(
            @BeanParam ArticleFilter filter, @BeanParam ArticleSort sort, @BeanParam PageRequest page) {
        return articles.list(filter, sort, page);
    }

    @GET
    @Path("{ref}")
    @PermissionsAllowed(Permission.READ)
    @Operation(operationId = "getManagedArticle", summary = "Read an article")
    public ArticleView get(@RestPath String ref, @BeanParam ArticleOptions.View view) {
        return view.side() == ArticleOptions.Side.LIVE ? articles.readLive(Ref.of(ref)) : articles.read(Ref.of(ref));
    }

    @POST
    @Idempotent
    @PermissionsAllowed(Permission.WRITE_ARTICLES)
    @Operation(operationId = "createArticle", summary = "Create an article, and publish it if its status says so")
    @AlsoAnswers(201)
    public RestResponse<ArticleView> create(@BeanParam ArticleOptions.OnCreate options, ArticleDraft draft) {
        var written = articles.create(
                draft, options.upsert(), new ArticleOptions(options.createTags(), false, options.note()), actor.get());
        boolean created = written.outcome() == Outcome.CREATED;
        return RestResponse.ResponseBuilder.<ArticleView>create(created ? 201 : 200)
                .entity(written.article())
                .build();
    }

    @PUT
    @Path("{ref}")
    @PermissionsAllowed(Permission.WRITE_ARTICLES)
    @Operation(operationId = "replaceArticle", summary = "Replace an article")
    public ArticleView replace(
            @RestPath String ref,
            @RestHeader("If-Match") @Nullable String match,
            @BeanParam ArticleOptions options,
            ArticleDraft draft) {
        return articles.replace(Ref.of(ref), IfMatch.of(match), draft, options, actor.get());
    }

    @PATCH
    @Path("{ref}")
    @Consumes({MergePatch.MEDIA_TYPE, MediaType.APPLICATION_JSON})
    @PermissionsAllowed(Permission.WRITE_ARTICLES)
    @Operation(operationId = "patchArticle", summary = "Change an article")
    public ArticleView patch(
            @RestPath String ref,
            @RestHeader("If-Match") @Nullable String match,
            @BeanParam ArticleOptions options,
            MergePatch<ArticleDraft> patch) {
        return articles.patch(Ref.of(ref), IfMatch.of(match), patch, options, actor.get());
    }

    @DELETE
    @Path("{ref}")
    @PermissionsAllowed(Permission.WRITE_ARTICLES)
    @Operation(operationId = "trashArticle", summary = "Move an article to the trash")
    public void trash(
            @RestPath String ref,
            @RestHeader("If-Match") @Nullable String match,
            @BeanParam ArticleOptions.OnMove options) {
        moves.trash(Ref.of(ref), IfMatch.of(match), options.note(), actor.get());
    }
}
