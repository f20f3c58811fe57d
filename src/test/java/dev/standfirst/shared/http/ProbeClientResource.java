package dev.standfirst.shared.http;

import jakarta.ws.rs.GET;
import jakarta.ws.rs.Path;

/** Tells callers who they are. */
@Path("/v1/probe-client")
public class ProbeClientResource {
    private final ClientAddress client;

    ProbeClientResource(ClientAddress client) {
        this.client = client;
    }

    @GET
    public String get() {
        return client.ip().toString();
    }
}
