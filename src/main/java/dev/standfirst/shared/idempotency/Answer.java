package dev.standfirst.shared.idempotency;

import com.fasterxml.jackson.core.JsonProcessingException;
import com.fasterxml.jackson.databind.ObjectMapper;
import com.fasterxml.jackson.databind.node.ObjectNode;
import dev.standfirst.shared.http.VersionHeaders;
import jakarta.persistence.Embeddable;
import jakarta.ws.rs.core.HttpHeaders;
import java.lang.reflect.Method;
import java.util.Map;
import org.jboss.resteasy.reactive.ResponseStatus;
import org.jboss.resteasy.reactive.RestResponse;
import org.jspecify.annotations.Nullable;

/**
 * All that tells an answer to a POST from other answers to it.
 *
 * @param body its JSON; null where it has none, or where it is not kept
 * @param shownOnce whether the body holds a secret that cannot be made again
 */
@Embeddable
record Answer(
        int status,
        @Nullable String location,
        @Nullable String etag,
        @Nullable String body,
        boolean shownOnce) {

    /**
     * Makes the answer that a method's result becomes.
     *
     * @param path the path of the request
     */
    static Answer of(@Nullable Object result, Method method, String path, ObjectMapper mapper)
            throws JsonProcessingException {
        Object shown = result instanceof RestResponse<?> response ? response.getEntity() : result;
        Object kept = shown instanceof WithSecret secretive ? secretive.withoutSecret() : shown;
        int status = result instanceof RestResponse<?> response ? response.getStatus() : status(method, shown);
        Map<String, String> headers = VersionHeaders.of(shown, status, path);
        return new Answer(
                status,
                headers.get(HttpHeaders.LOCATION),
                headers.get(HttpHeaders.ETAG),
                kept == null ? null : mapper.writeValueAsString(kept),
                shown instanceof ShownOnce);
    }

    private static int status(Method method, @Nullable Object shown) {
        ResponseStatus declared = method.getAnnotation(ResponseStatus.class);
        return declared != null ? declared.value() : shown == null ? 204 : 200;
    }

    /** Returns what of it may be kept. */
    Answer kept() {
        return shownOnce ? new Answer(status, location, etag, null, true) : this;
    }

    /** Returns it with its secret. */
    Answer completed(Completion completion, ObjectMapper mapper) throws JsonProcessingException {
        ObjectNode whole = mapper.readValue(body, ObjectNode.class);
        completion.complete(whole);
        return new Answer(status, location, etag, mapper.writeValueAsString(whole), shownOnce);
    }

    /** Leaves the body out: a secret in it must come into no log. */
    @Override
    public String toString() {
        return "Answer[" + status + ", " + location + ", " + etag + "]";
    }
}
