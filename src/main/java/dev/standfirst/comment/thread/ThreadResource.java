package dev.standfirst.comment.thread;

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
import java.util.UUID;
import org.eclipse.microprofile.openapi.annotations.Operation;
import org.eclipse.microprofile.openapi.annotations.tags.Tag;
import org.jboss.resteasy.reactive.RestPath;

/** The comments of an article for readers. */
@Path("/v1/articles/{ref}/comments")
@PubliclyCached
@Tag(name = "comments", description = "What readers say below a story")
public class ThreadResource {
    private final Threads threads;
    private final LiveArticles liveArticles;
    private final Live live;
    private final Freshness freshness;

    ThreadResource(Threads threads, LiveArticles liveArticles, Live live, Freshness freshness) {
        this.threads = threads;
        this.liveArticles = liveArticles;
        this.live = live;
        this.freshness = freshness;
    }

    @GET
    @Operation(
            operationId = "listComments",
            summary = "List the comments of a live article",
            description =
                    "As a tree, a page has comments that answer the article, each with its first replies in it. A comment that was deleted stays while replies hang on it, without author and text. Only what is approved is here. The total of a tree counts what answers the article, that of a flat list all of them.")
    @AlsoAnswers(410)
    public Page<PublicComment> list(@RestPath String ref, @BeanParam ThreadQuery query, @BeanParam PageRequest page) {
        Instant now = live.now();
        live.nextMoment(now).ifPresent(freshness::until);
        Ref wanted = Ref.of(ref);
        UUID article = threads.article(wanted, now)
                .orElseThrow(() -> liveArticles.missing(wanted, "/v1/articles/%s/comments", now));
        return threads.page(article, query, page);
    }
}
