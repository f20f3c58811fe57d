package dev.standfirst.delivery;

import dev.standfirst.article.Live;
import dev.standfirst.redirect.Addresses;
import dev.standfirst.redirect.SitePath;
import dev.standfirst.shared.http.Freshness;
import dev.standfirst.shared.http.PubliclyCached;
import dev.standfirst.shared.openapi.AlsoAnswers;
import dev.standfirst.shared.page.Page;
import dev.standfirst.shared.page.PageRequest;
import jakarta.ws.rs.BeanParam;
import jakarta.ws.rs.GET;
import jakarta.ws.rs.Path;
import java.time.Instant;
import org.eclipse.microprofile.openapi.annotations.Operation;
import org.eclipse.microprofile.openapi.annotations.tags.Tag;

/** Old addresses for sites, which answer them with redirects of their own. */
@Path("/v1")
@PubliclyCached
@Tag(name = "redirects", description = "Where old paths and old slugs lead")
public class DeliveredRedirectResource {
    private final DeliveredRedirects redirects;
    private final Live live;
    private final Freshness freshness;

    DeliveredRedirectResource(DeliveredRedirects redirects, Live live, Freshness freshness) {
        this.redirects = redirects;
        this.live = live;
        this.freshness = freshness;
    }

    @GET
    @Path("redirects")
    @Operation(
            operationId = "listRedirects",
            summary = "List old addresses that lead to something live, or to a location, the oldest first")
    public Page<DeliveredRedirect> list(@BeanParam RedirectQuery query, @BeanParam PageRequest page) {
        Instant now = live.now();
        live.nextMoment(now).ifPresent(freshness::until);
        return redirects.page(query, page, now);
    }

    @GET
    @Path("resolve")
    @Operation(
            operationId = "resolvePath",
            summary = "Find out where an old path of the site leads",
            description =
                    "For a site that has met a path it does not know. It knows the paths that management wrote down, and not the site's own for things with old slugs: those are asked for at /v1/articles/{ref}, /v1/tags/{ref} and /v1/authors/{ref}, which redirect. Paths are compared without a slash at their end, and with their query: leave out what only tells where a visitor came from. The answer names the live thing, whose address the site itself makes, or another location; what was public and is gone is 410.")
    @AlsoAnswers({404, 410})
    public ResolvedPath resolve(@BeanParam PathQuery query) {
        Instant now = live.now();
        live.nextMoment(now).ifPresent(freshness::until);
        SitePath path = SitePath.of(query.path());
        var resolved = redirects.resolve(path, now).orElseThrow(Addresses::notFound);
        if (resolved.target() == null) {
            throw resolved.isGone() ? Addresses.gone() : Addresses.notFound();
        }
        return new ResolvedPath(path.compared(), resolved.target());
    }
}
