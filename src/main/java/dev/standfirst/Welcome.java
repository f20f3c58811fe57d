package dev.standfirst;

import dev.standfirst.key.DevelopmentKey;
import io.quarkus.vertx.http.HttpServerStart;
import jakarta.enterprise.event.ObservesAsync;
import jakarta.inject.Singleton;
import org.jboss.logging.Logger;

/** Tells whoever has started the server where to go on. */
@Singleton
final class Welcome {
    private static final Logger LOG = Logger.getLogger("dev.standfirst");

    void greet(@ObservesAsync HttpServerStart event) {
        int port = event.options().getPort();
        if (port <= 0) {
            return; // whatever port is free: a test, whose own business it is to find out
        }
        LOG.infof("Stories:         http://localhost:%d/v1/articles", port);
        LOG.infof("Documentation:   http://localhost:%d/docs", port);
        if (DevelopmentKey.works()) {
            LOG.infof("Development key: %s", DevelopmentKey.SECRET);
        }
    }
}
