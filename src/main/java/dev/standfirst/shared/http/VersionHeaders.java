package dev.standfirst.shared.http;

import jakarta.ws.rs.container.ContainerRequestContext;
import jakarta.ws.rs.container.ContainerResponseContext;
import jakarta.ws.rs.container.ContainerResponseFilter;
import jakarta.ws.rs.core.HttpHeaders;
import jakarta.ws.rs.core.Response.Status;
import jakarta.ws.rs.ext.Provider;
import java.util.HashMap;
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
        Map<String, String> headers = new HashMap<>();
        if (answered instanceof Versioned thing) {
            headers.put(HttpHeaders.ETAG, IfMatch.etag(thing.version()));
        }
        if (status == Status.CREATED.getStatusCode()) {
            if (answered instanceof Located thing) {
                headers.put(HttpHeaders.LOCATION, thing.location());
            } else if (answered instanceof Versioned thing) {
                headers.put(HttpHeaders.LOCATION, path + "/" + thing.id());
            }
        }
        return headers;
    }
}
