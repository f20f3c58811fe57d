package dev.standfirst.shared.http;

import dev.standfirst.shared.problem.RequestProblem;
import jakarta.ws.rs.BeanParam;
import jakarta.ws.rs.GET;
import jakarta.ws.rs.POST;
import jakarta.ws.rs.Path;
import java.time.Instant;
import org.jboss.resteasy.reactive.RestQuery;
import org.jspecify.annotations.Nullable;

/** Something that caches may keep. */
@Path("/v1/probe-cached")
@PubliclyCached
public class ProbeCachedResource {
    private final Freshness freshness;

    ProbeCachedResource(Freshness freshness) {
        this.freshness = freshness;
    }

    /** What the resource shall say of itself. */
    public record Wish(
            @RestQuery @Nullable Integer length,
            @RestQuery @Nullable Instant until,
            @RestQuery @Nullable Instant modified) {}

    /** A text of the wished length. */
    public record Text(String text) {}

    @GET
    public Text get(@BeanParam Wish wish) {
        note(wish);
        return new Text("a".repeat(wish.length() == null ? 10 : wish.length()));
    }

    @GET
    @Path("plain")
    public String plain() {
        return "plain ä";
    }

    @GET
    @Path("missing")
    public Text missing(@BeanParam Wish wish) {
        note(wish);
        throw RequestProblem.NOT_FOUND.because("There is nothing.");
    }

    @GET
    @Path("moved")
    public Text moved() {
        throw new Moved("/v1/probe-cached");
    }

    @GET
    @Path("unwritable")
    public ProbeResource.Unwritable unwritable() {
        return new ProbeResource.Unwritable("text");
    }

    @POST
    public Text post() {
        return new Text("posted");
    }

    private void note(Wish wish) {
        freshness.until(wish.until());
        if (wish.modified() != null) {
            freshness.lastModified(wish.modified());
        }
    }
}
