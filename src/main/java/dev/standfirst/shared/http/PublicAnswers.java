package dev.standfirst.shared.http;

import com.fasterxml.jackson.databind.ObjectMapper;
import jakarta.annotation.Priority;
import jakarta.ws.rs.HttpMethod;
import jakarta.ws.rs.container.ContainerRequestContext;
import jakarta.ws.rs.container.ContainerResponseContext;
import jakarta.ws.rs.container.ContainerResponseFilter;
import jakarta.ws.rs.core.HttpHeaders;
import jakarta.ws.rs.core.MediaType;
import jakarta.ws.rs.core.MultivaluedMap;
import jakarta.ws.rs.ext.Provider;
import java.io.IOException;
import java.nio.charset.StandardCharsets;
import java.time.Clock;
import java.time.Duration;
import java.time.Instant;
import java.time.temporal.ChronoUnit;
import java.util.Optional;
import java.util.Set;

/** Answers for {@link PubliclyCached} resources: writes the representation, and with it all that caches go by. */
@Provider
@PubliclyCached
@Priority(FilterOrder.REPRESENTATION)
public class PublicAnswers implements ContainerResponseFilter {
    private static final Set<Integer> MISSING = Set.of(308, 404, 410);
    private static final int OK = 200;
    private static final int NOT_MODIFIED = 304;

    /** A time of whole seconds tells two changes apart only when the second is long over (RFC 9110, section 8.8.2.2). */
    private static final Duration STRONG_AGE = Duration.ofSeconds(60);

    private final ObjectMapper mapper;
    private final CacheControl cacheControl;
    private final Freshness freshness;
    private final Clock clock;

    PublicAnswers(ObjectMapper mapper, CacheControl cacheControl, Freshness freshness, Clock clock) {
        this.mapper = mapper;
        this.cacheControl = cacheControl;
        this.freshness = freshness;
        this.clock = clock;
    }

    @Override
    public void filter(ContainerRequestContext request, ContainerResponseContext response) throws IOException {
        MultivaluedMap<String, Object> headers = response.getHeaders();
        headers.add(HttpHeaders.VARY, HttpHeaders.ACCEPT_ENCODING);
        boolean reads = Set.of(HttpMethod.GET, HttpMethod.HEAD).contains(request.getMethod());
        if (reads && MISSING.contains(response.getStatus())) {
            headers.putSingle(HttpHeaders.CACHE_CONTROL, cacheControl.ofMissing(freshness.until()));
            headers.putSingle(HttpHeaders.DATE, HttpDate.write(clock.instant()));
        } else if (reads && response.getStatus() == OK) {
            Representation representation = new Representation(written(response.getEntity()));
            headers.putSingle(HttpHeaders.CACHE_CONTROL, cacheControl.ofRepresentation(freshness.until()));
            headers.putSingle(HttpHeaders.DATE, HttpDate.write(clock.instant()));
            answer(request, response, representation);
        }
    }

    private byte[] written(Object entity) throws IOException {
        return entity instanceof String text ? text.getBytes(StandardCharsets.UTF_8) : mapper.writeValueAsBytes(entity);
    }

    private void answer(
            ContainerRequestContext request, ContainerResponseContext response, Representation representation) {
        boolean gzip = representation.isWorthCompressing()
                && AcceptEncoding.prefersGzip(request.getHeaderString(HttpHeaders.ACCEPT_ENCODING));
        Optional<Instant> modified = strongLastModified();
        Optional<String> known = knownTag(request, representation, gzip, modified);
        MultivaluedMap<String, Object> headers = response.getHeaders();
        headers.putSingle(HttpHeaders.ETAG, '"' + known.orElse(representation.opaque(gzip)) + '"');
        if (known.isPresent()) {
            response.setStatus(NOT_MODIFIED);
            response.setEntity(null);
            response.getHeaders().remove(HttpHeaders.CONTENT_TYPE);
            return;
        }
        modified.ifPresent(moment -> headers.putSingle(HttpHeaders.LAST_MODIFIED, HttpDate.write(moment)));
        if (gzip) {
            headers.putSingle(HttpHeaders.CONTENT_ENCODING, "gzip");
        }
        byte[] bytes = representation.bytes(gzip);
        headers.putSingle(HttpHeaders.CONTENT_LENGTH, bytes.length); // on HEAD nothing else would tell it
        MediaType type = response.getMediaType();
        response.setEntity(
                bytes, response.getEntityAnnotations(), type == null ? MediaType.APPLICATION_JSON_TYPE : type);
    }

    private Optional<Instant> strongLastModified() {
        Instant latest = clock.instant().minus(STRONG_AGE);
        return freshness
                .lastModified()
                .map(moment -> moment.truncatedTo(ChronoUnit.SECONDS))
                .filter(moment -> !moment.isAfter(latest));
    }

    /**
     * Returns the tag of the representation that the caller has already, if it is the present one. A cache files it by its tag, so
     * where only that of the other encoding was sent, that one is returned.
     */
    private static Optional<String> knownTag(
            ContainerRequestContext request, Representation representation, boolean gzip, Optional<Instant> modified) {
        String preferred = representation.opaque(gzip);
        String noneMatch = request.getHeaderString(HttpHeaders.IF_NONE_MATCH);
        if (noneMatch != null) {
            Optional<EntityTags> tags = EntityTags.parse(noneMatch);
            return tags.filter(sent -> sent.matchWeakly(preferred))
                    .map(sent -> preferred)
                    .or(() -> tags.filter(sent -> sent.matchWeakly(representation.opaque(!gzip)))
                            .map(sent -> representation.opaque(!gzip)));
        }
        String since = request.getHeaderString(HttpHeaders.IF_MODIFIED_SINCE);
        return Optional.ofNullable(since)
                .flatMap(HttpDate::read)
                .filter(date -> modified.filter(moment -> !moment.isAfter(date)).isPresent())
                .map(date -> preferred);
    }
}
