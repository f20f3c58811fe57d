package dev.standfirst.shared.http;

import jakarta.ws.rs.container.ContainerRequestContext;
import jakarta.ws.rs.container.ContainerResponseContext;
import jakarta.ws.rs.container.ContainerResponseFilter;
import jakarta.ws.rs.core.HttpHeaders;
import jakarta.ws.rs.core.Response.Status;
import jakarta.ws.rs.ext.Provider;
import java.util.Map;
import org.jspecify.annotations.Nullable;

/** Gives each versioned thing its ETag, and each newly created one its Location. */
@Provider
public class VersionHeaders implements ContainerResponseFilter {

    @Override
    public void filter(ContainerRequestContext request, ContainerResponseContext response) {
        of(response.getEntity(), response.getStatus(), request.getUriInfo().getPath())
                .forEach(response.getHeaders()::putSingle);
    }

    /**
     * Returns the headers of an answer, by their names.
     *
     * @param path the path of the request
     */
    public static Map<String, String> of(@Nullable Object answered, int status, String path) {
        if (!(answered instanceof Versioned thing)) {
            return Map.of();
        }
        String etag = IfMatch.etag(thing.version());
        return status == Status.CREATED.getStatusCode()
                ? Map.of(HttpHeaders.ETAG, etag, HttpHeaders.LOCATION, path + "/" + thing.id())
                : Map.of(HttpHeaders.ETAG, etag);
    }
}
