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

/** Collections for readers. */
@Path("/v1/collections")
@PubliclyCached
@Tag(name = "collections", description = "Lists of stories that editors keep by hand: front pages, series")
public class DeliveredCollectionResource {
    private final DeliveredCollections collections;
    private final Addresses addresses;
    private final Live live;
    private final Freshness freshness;

    DeliveredCollectionResource(DeliveredCollections collections, Addresses addresses, Live live, Freshness freshness) {
        this.collections = collections;
        this.addresses = addresses;
        this.live = live;
        this.freshness = freshness;
    }

    @GET
    @Operation(operationId = "listCollections", summary = "List collections, by their slugs")
    public Page<CollectionLabel> list(@BeanParam PageRequest page) {
        return collections.page(page);
    }

    @GET
    @Path("{ref}")
    @Operation(
            operationId = "getCollection",
            summary = "Read a collection with its live stories, by slug or id",
            description =
                    "In the editor's order; a story that is not live does not show. This is no walk: all are in the answer.")
    public DeliveredCollection get(@RestPath String ref, @BeanParam CollectionInclusion inclusion) {
        Instant now = live.now();
        live.nextMoment(now).ifPresent(freshness::until);
        Ref wanted = Ref.of(ref);
        var found = collections
                .find(wanted, Teasers.including(inclusion.include()), now)
                .orElseThrow(() -> addresses.missing(
                        RedirectKind.COLLECTION, "/v1/collections/%s", wanted, one -> true, one -> false));
        freshness.until(found.nextEditionAt());
        return found.collection();
    }
}
