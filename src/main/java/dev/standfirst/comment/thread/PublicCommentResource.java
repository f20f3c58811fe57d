package dev.standfirst.comment.thread;

import dev.standfirst.article.Live;
import dev.standfirst.redirect.Addresses;
import dev.standfirst.shared.http.Freshness;
import dev.standfirst.shared.http.PubliclyCached;
import dev.standfirst.shared.page.Page;
import dev.standfirst.shared.page.PageRequest;
import jakarta.ws.rs.BeanParam;
import jakarta.ws.rs.GET;
import jakarta.ws.rs.Path;
import java.time.Instant;
import java.util.UUID;
import org.eclipse.microprofile.openapi.annotations.Operation;
import org.eclipse.microprofile.openapi.annotations.tags.Tag;
import org.jboss.resteasy.reactive.RestPath;

/** Single comments for readers. */
@Path("/v1/comments")
@PubliclyCached
@Tag(name = "comments", description = "What readers say below a story")
public class PublicCommentResource {
    private final Threads threads;
    private final Live live;
    private final Freshness freshness;

    PublicCommentResource(Threads threads, Live live, Freshness freshness) {
        this.threads = threads;
        this.live = live;
        this.freshness = freshness;
    }

    @GET
    @Path("counts")
    @Operation(
            operationId = "countComments",
            summary = "Count the comments of some live articles",
            description =
                    "For lists of stories: it changes with each reply, and so is not part of the lists themselves.")
    public CommentCounts count(@BeanParam CountsQuery query) {
        return new CommentCounts(threads.counts(query.refs(), begin()));
    }

    @GET
    @Path("{id}")
    @Operation(
            operationId = "getComment",
            summary = "Read a comment of a live article",
            description =
                    "Alone: what hangs on it is at its replies. One that waits for a moderator is not found, also by who wrote it.")
    public PublicComment get(@RestPath UUID id) {
        return find(id, begin()).comment().alone();
    }

    @GET
    @Path("{id}/replies")
    @Operation(
            operationId = "listReplies",
            summary = "List all that hangs on a comment",
            description =
                    "At any depth, as a flat list: each comment before those that answer it, and else the oldest first; parentId says where each belongs. moreReplies of a comment leads into this list, behind the replies that it has in it.")
    public Page<PublicComment> replies(@RestPath UUID id, @BeanParam PageRequest page) {
        return threads.replies(find(id, begin()), page);
    }

    private Threads.Found find(UUID id, Instant now) {
        return threads.find(id, now).orElseThrow(Addresses::notFound);
    }

    private Instant begin() {
        Instant now = live.now();
        live.nextMoment(now).ifPresent(freshness::until);
        return now;
    }
}
