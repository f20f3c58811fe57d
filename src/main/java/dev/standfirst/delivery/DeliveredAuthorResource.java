package dev.standfirst.delivery;

import dev.standfirst.article.Live;
import dev.standfirst.redirect.Addresses;
import dev.standfirst.redirect.RedirectKind;
import dev.standfirst.shared.http.Freshness;
import dev.standfirst.shared.http.PubliclyCached;
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

/** Authors for readers. */
@Path("/v1/authors")
@PubliclyCached
@Tag(name = "authors", description = "Who wrote the live articles")
public class DeliveredAuthorResource {
    private final DeliveredAuthors authors;
    private final Addresses addresses;
    private final Live live;
    private final Freshness freshness;

    DeliveredAuthorResource(DeliveredAuthors authors, Addresses addresses, Live live, Freshness freshness) {
        this.authors = authors;
        this.addresses = addresses;
        this.live = live;
        this.freshness = freshness;
    }

    @GET
    @Operation(operationId = "listAuthors", summary = "List the authors of live articles")
    public Page<DeliveredAuthor> list(@BeanParam AuthorQuery query, @BeanParam PageRequest page) {
        Instant now = live.now();
        live.nextMoment(now).ifPresent(freshness::until);
        return authors.page(query, page, now);
    }

    @GET
    @Path("{ref}")
    @Operation(operationId = "getAuthor", summary = "Read an author of live articles, by slug or id")
    public DeliveredAuthor get(@RestPath String ref) {
        Instant now = live.now();
        live.nextMoment(now).ifPresent(freshness::until);
        Ref wanted = Ref.of(ref);
        return authors.find(wanted, now).orElseThrow(() -> missing(wanted, now));
    }

    private RuntimeException missing(Ref wanted, Instant now) {
        return addresses.missing(
                RedirectKind.AUTHOR,
                "/v1/authors/%s",
                wanted,
                ref -> authors.find(ref, now).isPresent(),
                ref -> false);
    }
}
