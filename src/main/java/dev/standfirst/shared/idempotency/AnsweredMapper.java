package dev.standfirst.shared.idempotency;

import jakarta.ws.rs.core.HttpHeaders;
import jakarta.ws.rs.core.MediaType;
import org.jboss.resteasy.reactive.RestResponse;
import org.jboss.resteasy.reactive.server.ServerExceptionMapper;

/** Sends what was {@link Answered}. */
public final class AnsweredMapper {
    /** As the REST layer writes it of its own accord. */
    private static final MediaType JSON = MediaType.APPLICATION_JSON_TYPE.withCharset("UTF-8");

    @ServerExceptionMapper
    RestResponse<String> send(Answered answered) {
        Answer answer = answered.answer();
        var response = RestResponse.ResponseBuilder.<String>create(answer.status());
        if (answer.body() != null) {
            response.entity(answer.body()).type(JSON);
        }
        if (answer.location() != null) {
            response.header(HttpHeaders.LOCATION, answer.location());
        }
        if (answer.etag() != null) {
            response.header(HttpHeaders.ETAG, answer.etag());
        }
        if (answered.isReplayed()) {
            response.header("Idempotency-Replayed", "true");
        }
        return response.build();
    }
}
