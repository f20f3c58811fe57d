package dev.standfirst.shared.http;

import dev.standfirst.shared.problem.ErrorLog;
import dev.standfirst.shared.problem.RequestProblem;
import io.vertx.core.http.HttpServerRequest;
import io.vertx.ext.web.Router;
import io.vertx.ext.web.RoutingContext;
import jakarta.enterprise.event.Observes;
import jakarta.inject.Singleton;
import java.util.List;
import java.util.Map;
import java.util.concurrent.RejectedExecutionException;

/**
 * Makes the server's own errors, those before and beside the REST layer, speak as problems too: a body announced as too large, and
 * whatever fails on the way to a resource.
 */
@Singleton
final class EarlyErrors {
    private static final Map<Integer, RequestProblem> BY_STATUS = Map.of(
            400, RequestProblem.BAD_REQUEST,
            404, RequestProblem.NOT_FOUND,
            405, RequestProblem.METHOD_NOT_ALLOWED,
            413, RequestProblem.CONTENT_TOO_LARGE,
            503, RequestProblem.UNAVAILABLE);

    private final EarlyAnswer answer;

    EarlyErrors(EarlyAnswer answer) {
        this.answer = answer;
    }

    void register(@Observes Router router) {
        router.route().order(FilterOrder.EARLY_ERRORS).handler(this::check);
        router.route().order(FilterOrder.UNANSWERED_FAILURES).failureHandler(this::fail);
    }

    private void check(RoutingContext context) {
        HttpServerRequest request = context.request();
        if (BodyLimit.isExceededBy(request)) {
            LingeringClose.after(request);
            RequestProblem type = RequestProblem.CONTENT_TOO_LARGE;
            answer.send(request, type, type.meaning(), List.of());
        } else {
            context.next();
        }
    }

    private void fail(RoutingContext context) {
        HttpServerRequest request = context.request();
        if (request.response().headWritten()) {
            request.connection().close();
            return;
        }
        Throwable failure = context.failure();
        int status = failure instanceof RejectedExecutionException ? 503 : context.statusCode();
        RequestProblem type = BY_STATUS.get(status);
        if (type != null) {
            answer.send(request, type, type.meaning(), List.of());
            return;
        }
        answer.send(request, RequestProblem.INTERNAL_ERROR, ErrorLog.note(failure, request.path()), List.of());
    }
}
