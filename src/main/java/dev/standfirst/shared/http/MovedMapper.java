package dev.standfirst.shared.http;

import jakarta.ws.rs.core.HttpHeaders;
import jakarta.ws.rs.core.UriInfo;
import org.jboss.resteasy.reactive.RestResponse;
import org.jboss.resteasy.reactive.server.ServerExceptionMapper;

/** Answers {@link Moved}. */
public final class MovedMapper {

    @ServerExceptionMapper
    RestResponse<Void> move(Moved moved, UriInfo uri) {
        String query = uri.getRequestUri().getRawQuery();
        return RestResponse.ResponseBuilder.<Void>create(308)
                .header(HttpHeaders.LOCATION, query == null ? moved.path() : moved.path() + "?" + query)
                .build();
    }
}
