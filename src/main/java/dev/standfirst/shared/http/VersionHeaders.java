package dev.standfirst.shared.http;

import jakarta.ws.rs.container.ContainerRequestContext;
import jakarta.ws.rs.container.ContainerResponseContext;
import jakarta.ws.rs.container.ContainerResponseFilter;
import jakarta.ws.rs.core.HttpHeaders;
import jakarta.ws.rs.core.Response.Status;
import jakarta.ws.rs.ext.Provider;

/** Gives each versioned thing its ETag, and each newly created one its Location. */
@Provider
public class VersionHeaders implements ContainerResponseFilter {

    @Override
    public void filter(ContainerRequestContext request, ContainerResponseContext response) {
        if (response.getEntity() instanceof Versioned thing) {
            response.getHeaders().putSingle(HttpHeaders.ETAG, "\"" + thing.version() + "\"");
            if (response.getStatus() == Status.CREATED.getStatusCode()) {
                response.getHeaders()
                        .putSingle(HttpHeaders.LOCATION, request.getUriInfo().getPath() + "/" + thing.id());
            }
        }
    }
}
