package dev.standfirst.shared.page;

import jakarta.ws.rs.container.ContainerRequestContext;
import jakarta.ws.rs.container.ContainerResponseContext;
import jakarta.ws.rs.container.ContainerResponseFilter;
import jakarta.ws.rs.core.HttpHeaders;
import jakarta.ws.rs.ext.Provider;

/** Repeats {@code page.next} as the header {@code Link: <…>; rel="next"} (RFC 8288), for clients that walk without reading bodies. */
@Provider
public class NextLink implements ContainerResponseFilter {

    @Override
    public void filter(ContainerRequestContext request, ContainerResponseContext response) {
        if (response.getEntity() instanceof Page<?> list && list.page().next() != null) {
            response.getHeaders().add(HttpHeaders.LINK, "<" + list.page().next() + ">; rel=\"next\"");
        }
    }
}
