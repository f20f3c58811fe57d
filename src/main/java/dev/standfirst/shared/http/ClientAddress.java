package dev.standfirst.shared.http;

import io.vertx.core.http.HttpServerRequest;
import io.vertx.core.net.SocketAddress;
import jakarta.enterprise.context.RequestScoped;
import java.util.List;
import java.util.Optional;
import java.util.regex.Matcher;
import java.util.regex.Pattern;

/**
 * Tells who calls: the peer of the connection, or where that is a trusted proxy, whom it calls for.
 *
 * <p>Each proxy adds to the right of {@code X-Forwarded-For} the address that it was called from, so from the right each address is as
 * true as the proxy after it. It is read as far as those are trusted, and what is left of the first that is not is the caller's own
 * invention. Quarkus' own forwarding ({@code quarkus.http.proxy.*}) believes the leftmost, and is therefore off. {@code Forwarded}
 * (RFC 7239) is not read: a proxy that writes the one hands on the other as the caller wrote it, so that no server can believe both.
 */
@RequestScoped
public class ClientAddress {
    private static final String FORWARDED_FOR = "X-Forwarded-For";

    /** An address, maybe with a port; one of version 6 that has a port is in brackets. */
    private static final Pattern ELEMENT =
            Pattern.compile("\\[([0-9a-fA-F:.]+)](?::[0-9]{1,5})?|([0-9.]+)(?::[0-9]{1,5})?|([0-9a-fA-F:.]+)");

    /** The peer of a connection that has no address, which is one within this machine. */
    private static final String HERE = "127.0.0.1";

    private final HttpServerRequest request;
    private final TrustedProxies proxies;

    ClientAddress(HttpServerRequest request, TrustedProxies proxies) {
        this.request = request;
        this.proxies = proxies;
    }

    /** Returns the address of the caller. */
    public IpAddress ip() {
        IpAddress caller = peer();
        List<String> forwarded = forwarded();
        for (int i = forwarded.size() - 1; i >= 0 && proxies.include(caller); i--) {
            Optional<IpAddress> before = element(forwarded.get(i).strip());
            if (before.isEmpty()) {
                break; // the last that can be believed is the proxy that wrote this
            }
            caller = before.get();
        }
        return caller;
    }

    private IpAddress peer() {
        SocketAddress peer = request.remoteAddress();
        String host = peer == null || peer.hostAddress() == null ? HERE : peer.hostAddress();
        return IpAddress.parse(host.replaceFirst("%.*", ""))
                .orElseThrow(() -> new IllegalStateException("The peer has the address " + host));
    }

    /** All elements of all lines, in order. */
    private List<String> forwarded() {
        String lines = String.join(",", request.headers().getAll(FORWARDED_FOR));
        return List.of(lines.split(",", -1));
    }

    private static Optional<IpAddress> element(String text) {
        Matcher element = ELEMENT.matcher(text);
        if (!element.matches()) {
            return Optional.empty();
        }
        return Optional.ofNullable(element.group(1))
                .or(() -> Optional.ofNullable(element.group(2)))
                .or(() -> Optional.ofNullable(element.group(3)))
                .flatMap(IpAddress::parse);
    }
}
