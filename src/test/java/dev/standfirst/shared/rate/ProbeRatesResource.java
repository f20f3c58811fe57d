package dev.standfirst.shared.rate;

import dev.standfirst.shared.http.PubliclyCached;
import jakarta.ws.rs.GET;
import jakarta.ws.rs.Path;
import java.time.Duration;
import org.eclipse.microprofile.openapi.annotations.tags.Tag;
import org.jboss.resteasy.reactive.RestPath;

/** Something that may not be called too often. */
@Path("/v1/probe-rates")
@Tag(name = "probe", description = "For tests")
public class ProbeRatesResource {
    private final Rates rates;
    private final RateLimit perNetwork;
    private final RateLimit perAddress;

    ProbeRatesResource(Rates rates, RateLimits limits) {
        this.rates = rates;
        this.perNetwork = limits.of(new RatePolicy("network", 3, Duration.ofMinutes(1)));
        this.perAddress = limits.of(new RatePolicy("address", 1, Duration.ofHours(1)));
    }

    @GET
    @RateLimited
    @Path("{network}/{address}")
    public String both(@RestPath String network, @RestPath String address) {
        rates.take(perNetwork, network);
        rates.take(perAddress, address);
        return "taken";
    }

    @GET
    @Path("none")
    public String none() {
        return "free";
    }

    @GET
    @PubliclyCached
    @Path("cached/for/all")
    public String cached() {
        rates.take(perNetwork, "cached");
        return "taken";
    }
}
