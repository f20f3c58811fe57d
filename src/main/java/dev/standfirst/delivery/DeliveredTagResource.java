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

/** Tags for readers. */
@Path("/v1/tags")
@PubliclyCached
@Tag(name = "tags", description = "Sections, topics, series, places, people and organisations that live articles have")
public class DeliveredTagResource {
    private final DeliveredTags tags;
    private final Addresses addresses;
    private final Live live;
    private final Freshness freshness;

    DeliveredTagResource(DeliveredTags tags, Addresses addresses, Live live, Freshness freshness) {
        this.tags = tags;
        this.addresses = addresses;
        this.live = live;
        this.freshness = freshness;
    }

    @GET
    @Operation(operationId = "listTags", summary = "List the tags of live articles")
    public Page<DeliveredTag> list(@BeanParam TagQuery query, @BeanParam PageRequest page) {
        Instant now = live.now();
        live.nextMoment(now).ifPresent(freshness::until);
        return tags.page(query, page, now);
    }

    @GET
    @Path("{ref}")
    @Operation(operationId = "getTag", summary = "Read a tag of live articles, by slug or id")
    public DeliveredTag get(@RestPath String ref, @BeanParam TagInclusion inclusion) {
        Instant now = live.now();
        live.nextMoment(now).ifPresent(freshness::until);
        Ref wanted = Ref.of(ref);
        return tags.find(wanted, inclusion.counts(), now).orElseThrow(() -> missing(wanted, now));
    }

    private RuntimeException missing(Ref wanted, Instant now) {
        return addresses.missing(
                RedirectKind.TAG,
                "/v1/tags/%s",
                wanted,
                ref -> tags.find(ref, false, now).isPresent(),
                ref -> false);
    }
}
