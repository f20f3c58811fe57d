package dev.standfirst.shared.http;

import dev.standfirst.shared.problem.Fault;
import dev.standfirst.shared.problem.ProblemType;
import dev.standfirst.shared.problem.RequestProblem;
import io.netty.handler.codec.http.TooLongHttpHeaderException;
import io.netty.handler.codec.http.TooLongHttpLineException;
import io.quarkus.vertx.VertxOptionsCustomizer;
import io.quarkus.vertx.http.runtime.VertxHttpRecorder;
import io.vertx.core.Context;
import io.vertx.core.VertxOptions;
import io.vertx.core.http.HttpServerRequest;
import io.vertx.core.http.impl.HttpServerConnection;
import io.vertx.core.spi.tracing.SpanKind;
import io.vertx.core.spi.tracing.TagExtractor;
import io.vertx.core.spi.tracing.VertxTracer;
import io.vertx.core.tracing.TracingOptions;
import io.vertx.core.tracing.TracingPolicy;
import jakarta.inject.Singleton;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import org.jspecify.annotations.Nullable;

/**
 * Answers what is not HTTP, too long, or addressed to what is no address: 400, 414 and 431, as problems.
 *
 * <p>Such a request never reaches a route: Vert.x and Quarkus refuse it before, with an empty answer, and Quarkus gives no access to {@code
 * HttpServer.invalidRequestHandler}. But Vert.x shows every request to its tracer before it chooses the handler, and a connection's handlers
 * can be set there. (Where a request is not HTTP/2, that protocol has its own answer: Netty resets the stream, or sends 431 without a body.)
 */
@Singleton
final class InvalidRequests implements VertxOptionsCustomizer {
    private final EarlyAnswer answer;

    InvalidRequests(EarlyAnswer answer) {
        this.answer = answer;
    }

    @Override
    @SuppressWarnings("deprecation") // its successor is the builder of Vert.x, which Quarkus keeps to itself
    public void accept(VertxOptions options) {
        options.setTracingOptions(new TracingOptions().setFactory(ignored -> new Witness()));
    }

    private final class Witness implements VertxTracer<Void, Void> {

        @Override
        public <R> @Nullable Void receiveRequest(
                Context context,
                SpanKind kind,
                TracingPolicy policy,
                R request,
                String operation,
                Iterable<Map.Entry<String, String>> headers,
                TagExtractor<R> tags) {
            if (request instanceof HttpServerRequest http
                    && http.connection() instanceof HttpServerConnection connection) {
                if (http.decoderResult().isFailure()) {
                    connection.invalidRequestHandler(InvalidRequests.this::refuse);
                } else if (!isWellAddressed(http)) {
                    connection.handler(InvalidRequests.this::handle);
                }
            }
            return null;
        }
    }

    /** Handles this request and those that follow it on its connection. */
    private void handle(HttpServerRequest request) {
        if (isWellAddressed(request)) {
            VertxHttpRecorder.getRootHandler().handle(request);
        } else {
            refuseAddress(request);
        }
    }

    private static boolean isWellAddressed(HttpServerRequest request) {
        return fault(request.path()).isEmpty()
                && QueryParameter.split(request.query()).stream().allMatch(QueryParameter::isWellFormed);
    }

    private static Optional<String> fault(@Nullable String path) {
        Optional<String> text = Optional.ofNullable(path).flatMap(PercentEncoding::decode);
        if (text.isEmpty()) {
            return Optional.of(PercentEncoding.RULE);
        }
        return text.get().indexOf('\0') < 0 ? Optional.empty() : Optional.of("holds U+0000");
    }

    private void refuseAddress(HttpServerRequest request) {
        Optional<String> pathFault = fault(request.path());
        if (pathFault.isPresent()) {
            refuse(request, RequestProblem.BAD_REQUEST, "The path " + pathFault.get() + ".", List.of());
            return;
        }
        List<Fault> faults = QueryParameter.split(request.query()).stream()
                .filter(parameter -> !parameter.isWellFormed())
                .map(parameter ->
                        RequestProblem.INVALID_PARAMETER.inParameter(parameter.writtenName(), PercentEncoding.RULE))
                .toList();
        refuse(request, RequestProblem.INVALID_PARAMETER, "The query is not well-formed.", faults);
    }

    private void refuse(HttpServerRequest request) {
        Throwable cause = request.decoderResult().cause();
        RequestProblem type = cause instanceof TooLongHttpLineException
                ? RequestProblem.URI_TOO_LONG
                : cause instanceof TooLongHttpHeaderException
                        ? RequestProblem.HEADERS_TOO_LARGE
                        : RequestProblem.BAD_REQUEST;
        refuse(request, type, type.meaning(), List.of());
    }

    private void refuse(HttpServerRequest request, ProblemType type, String detail, List<Fault> faults) {
        LingeringClose.after(request);
        answer.send(request, type, detail, faults);
    }
}
