package dev.standfirst.shared.http;

import com.fasterxml.jackson.core.JsonProcessingException;
import com.fasterxml.jackson.databind.ObjectMapper;
import dev.standfirst.shared.problem.Fault;
import dev.standfirst.shared.problem.Problem;
import dev.standfirst.shared.problem.ProblemType;
import io.vertx.core.buffer.Buffer;
import io.vertx.core.http.HttpHeaders;
import io.vertx.core.http.HttpMethod;
import io.vertx.core.http.HttpServerRequest;
import io.vertx.core.http.HttpServerResponse;
import jakarta.inject.Singleton;
import java.util.List;

/** Answers, with a problem, a request that the REST layer never sees. */
@Singleton
final class EarlyAnswer {
    private static final String NETTYS_NAME_FOR_NO_ADDRESS = "/bad-request";

    private final ObjectMapper mapper;
    private final Cors cors;

    EarlyAnswer(ObjectMapper mapper, Cors cors) {
        this.mapper = mapper;
        this.cors = cors;
    }

    void send(HttpServerRequest request, ProblemType type, String detail, List<Fault> faults) {
        HttpServerResponse response = request.response();
        cors.expose(request); // no route may have been reached
        String path = request.path();
        String instance = path == null || path.equals(NETTYS_NAME_FOR_NO_ADDRESS) ? "/" : path;
        Buffer body = body(Problem.of(type, detail, instance, faults));
        response.setStatusCode(type.status())
                .putHeader(HttpHeaders.CONTENT_TYPE, Problem.MEDIA_TYPE)
                .putHeader(HttpHeaders.CACHE_CONTROL, "no-store")
                .putHeader("X-Content-Type-Options", "nosniff");
        if (HttpMethod.HEAD.equals(request.method())) {
            response.putHeader(HttpHeaders.CONTENT_LENGTH, String.valueOf(body.length()))
                    .end();
        } else {
            response.end(body);
        }
    }

    private Buffer body(Problem problem) {
        try {
            return Buffer.buffer(mapper.writeValueAsBytes(problem));
        } catch (JsonProcessingException e) {
            throw new IllegalStateException("A problem can always be written", e);
        }
    }
}
