package dev.standfirst.shared.http;

import io.vertx.core.http.HttpServerRequest;
import jakarta.enterprise.context.RequestScoped;

/** Stand-in. */
@RequestScoped
public class ClientAddress {
    private final HttpServerRequest request;

    ClientAddress(HttpServerRequest request) {
        this.request = request;
    }

    public String text() {
        return request.remoteAddress().hostAddress();
    }
}
