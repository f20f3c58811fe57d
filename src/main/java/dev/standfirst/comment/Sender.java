package dev.standfirst.comment;

import dev.standfirst.shared.http.ClientAddress;
import io.vertx.core.http.HttpServerRequest;
import jakarta.enterprise.context.RequestScoped;
import jakarta.ws.rs.core.HttpHeaders;
import org.jspecify.annotations.Nullable;

/** Who sends a request about a comment, as far as the request tells. */
@RequestScoped
public class Sender {
    private static final int LONGEST = 500;

    private final HttpServerRequest request;
    private final ClientAddress address;

    Sender(HttpServerRequest request, ClientAddress address) {
        this.request = request;
        this.address = address;
    }

    /** The address that it came from. */
    String ip() {
        return address.ip().toString();
    }

    /** The network that it came from, as rates count it. */
    String network() {
        return address.ip().network();
    }

    /** What the program that sent it calls itself, cut where it goes on for long; null where it does not say. */
    @Nullable
    String userAgent() {
        String name = request.getHeader(HttpHeaders.USER_AGENT);
        return name == null || name.length() <= LONGEST ? name : name.substring(0, LONGEST);
    }

    /** The header that may carry an edit token. */
    @Nullable
    String authorization() {
        return request.getHeader(HttpHeaders.AUTHORIZATION);
    }
}
