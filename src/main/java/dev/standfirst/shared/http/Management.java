package dev.standfirst.shared.http;

import io.vertx.core.http.HttpServerRequest;
import io.vertx.core.http.impl.HttpUtils;

/** Tells the addresses of management from all others. */
public final class Management {
    private static final String ROOT = "/v1/manage";

    private Management() {}

    /** Says whether the path, in the normal form by which resources are matched, is one of management's. */
    public static boolean isAddressedBy(HttpServerRequest request) {
        String path = normalPath(request);
        return path.equals(ROOT) || path.startsWith(ROOT + "/");
    }

    private static String normalPath(HttpServerRequest request) {
        String path = request.path();
        try {
            return path == null ? "" : HttpUtils.normalizePath(path);
        } catch (IllegalArgumentException e) {
            return path; // not well-formed: no resource will match it
        }
    }
}
