package dev.standfirst.delivery;

import dev.standfirst.article.Live;
import dev.standfirst.article.LiveArticles;
import dev.standfirst.shared.http.Freshness;
import dev.standfirst.shared.http.PubliclyCached;
import dev.standfirst.shared.openapi.AlsoAnswers;
import dev.standfirst.shared.page.Page;
import dev.standfirst.shared.page.PageRequest;
import dev.standfirst.shared.text.Ref;
import jakarta.ws.rs.BeanParam;
import jakarta.ws.rs.GET;
import jakarta.ws.rs.Path;
import java.time.Instant;
import org.eclipse.microprofile.openapi.annotations.Operation;
import org.eclipse.microprofile.openapi.annotations.tags.Tag;
import org.jboss.resteasy.reactive.RestPath;

/** Articles for readers. */
@Path("/v1/articles")
@PubliclyCached
@Tag(name = "articles", description = "The stories that are live now")
public class DeliveredArticleResource {
    private final DeliveredArticles articles;
    private final RelatedItems related;
    private final LiveArticles liveArticles;
    private final Live live;
    private final Freshness freshness;

    DeliveredArticleResource(
            DeliveredArticles articles,
            RelatedItems related,
            LiveArticles liveArticles,
            Live live,
            Freshness freshness) {
        this.articles = articles;
        this.related = related;
        this.liveArticles = liveArticles;
        this.live = live;
        this.freshness = freshness;
    }

    @GET
    @Operation(operationId = "listArticles", summary = "List live articles")
    public Page<ArticleTeaser> list(@BeanParam ArticleQuery query, @BeanParam PageRequest page) {
        Instant now = live.now();
        live.nextMoment(now).ifPresent(freshness::until);
        return articles.page(query, page, now);
    }

    @GET
    @Path("{ref}")
    @Operation(operationId = "getArticle", summary = "Read a live article, by its slug or id")
    @AlsoAnswers(410)
    public DeliveredArticle get(
            @RestPath String ref, @BeanParam BodyQuery form, @BeanParam ArticleInclusion inclusion) {
        Instant now = live.now();
        live.nextMoment(now).ifPresent(freshness::until);
        Ref wanted = Ref.of(ref);
        var found = articles.find(wanted, form, inclusion, now)
                .orElseThrow(() -> liveArticles.missing(wanted, "/v1/articles/%s", now));
        if (!inclusion.hasCommentCount()) { // which changes without the article
            freshness.lastModified(found.modifiedAt());
        }
        freshness.until(found.comments().nextMoment(now));
        return found.article();
    }

    @GET
    @Path("{ref}/related")
    @Operation(
            operationId = "getRelated",
            summary = "Read what else there is for readers of a live article",
            description =
                    "First what an editor chose, in order, then suggestions until the limit is full: live articles in the same language that share tags with it, rare tags counting for more, and then the newest. This is no walk: there is no next page.")
    @AlsoAnswers(410)
    public DeliveredRelated related(@RestPath String ref, @BeanParam RelatedQuery query) {
        Instant now = live.now();
        live.nextMoment(now).ifPresent(freshness::until);
        Ref wanted = Ref.of(ref);
        return related.find(wanted, query, now)
                .orElseThrow(() -> liveArticles.missing(wanted, "/v1/articles/%s/related", now));
    }
}
