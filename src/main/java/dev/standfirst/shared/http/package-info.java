/**
 * HTTP, the same everywhere: query parameters, caching, preconditions, CORS, who calls, and the server's own errors.
 *
 * <p>It may use {@code shared.problem} and {@code shared.json}. Start reading at {@link dev.standfirst.shared.http.QueryParameters} for
 * requests, and at {@link dev.standfirst.shared.http.PubliclyCached} for answers.
 */
@NullMarked
package dev.standfirst.shared.http;

import org.jspecify.annotations.NullMarked;
