package dev.standfirst.shared.http;

import io.vertx.core.Vertx;
import io.vertx.core.http.HttpHeaders;
import io.vertx.core.http.HttpServerRequest;
import io.vertx.core.http.HttpVersion;

/**
 * Closes a connection after an answer that does not wait for the rest of the request.
 *
 * <p>Closing at once would reset the connection under a client that is still sending, and it might lose the answer (RFC 9112, section
 * 9.6). So what it sends is read and thrown away, for a while.
 */
final class LingeringClose {
    private static final long MILLISECONDS = 2_000;

    private LingeringClose() {}

    static void after(HttpServerRequest request) {
        if (request.version() == HttpVersion.HTTP_2) {
            return; // there the stream ends alone
        }
        // Not the endHandler: there is one alone, and the REST layer sets it when it begins to write.
        request.response().putHeader(HttpHeaders.CONNECTION, HttpHeaders.CLOSE).bodyEndHandler(answered -> {
            boolean nothingComes = request.isEnded() || request.getHeader(HttpHeaders.EXPECT) != null;
            if (nothingComes) {
                request.connection().close();
            } else {
                request.handler(ignored -> {})
                        .endHandler(end -> request.connection().close());
                request.resume();
                Vertx.currentContext()
                        .owner()
                        .setTimer(MILLISECONDS, late -> request.connection().close());
            }
        });
    }
}
