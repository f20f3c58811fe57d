package dev.standfirst.shared.idempotency;

import com.fasterxml.jackson.core.JsonProcessingException;
import com.fasterxml.jackson.databind.ObjectMapper;
import io.vertx.core.http.HttpServerRequest;
import jakarta.annotation.Priority;
import jakarta.enterprise.inject.Any;
import jakarta.enterprise.inject.Instance;
import jakarta.interceptor.AroundInvoke;
import jakarta.interceptor.Interceptor;
import jakarta.interceptor.InvocationContext;
import jakarta.ws.rs.core.HttpHeaders;
import jakarta.ws.rs.core.UriInfo;
import java.util.HexFormat;
import java.util.Optional;
import org.jspecify.annotations.Nullable;

/**
 * Stands around each {@link Idempotent} method, inside of the check of permissions: whoever may no longer do a thing is not told either
 * what came of it. Without an {@code Idempotency-Key} it does nothing.
 */
@Interceptor
@Idempotent
@Priority(Interceptor.Priority.APPLICATION)
class IdempotentPosts {
    private final IdempotencyService service;
    private final Caller caller;
    private final Fingerprint fingerprint;
    private final HttpServerRequest request;
    private final UriInfo uri;
    private final ObjectMapper mapper;
    private final Instance<Completion> completions;
    private final Instance<Preparation> preparations;

    IdempotentPosts(
            IdempotencyService service,
            Caller caller,
            Fingerprint fingerprint,
            HttpServerRequest request,
            UriInfo uri,
            ObjectMapper mapper,
            @Any Instance<Completion> completions,
            @Any Instance<Preparation> preparations) {
        this.service = service;
        this.caller = caller;
        this.fingerprint = fingerprint;
        this.request = request;
        this.uri = uri;
        this.mapper = mapper;
        this.completions = completions;
        this.preparations = preparations;
    }

    @AroundInvoke
    @Nullable
    Object answer(InvocationContext invocation) throws Exception {
        Optional<String> key = IdempotencyKey.read(request.headers().getAll(IdempotencyKey.HEADER));
        if (key.isEmpty()) {
            return invocation.proceed();
        }
        Idempotent how = invocation.getMethod().getAnnotation(Idempotent.class);
        byte[] sent = fingerprint.value();
        String name = name(key.get(), sent);
        if (!how.preparedBy().equals(Preparation.class) && !service.isKept(name)) {
            preparations.select(how.preparedBy()).get().prepare(invocation.getParameters());
        }
        Answered answered = service.answer(
                name, sent, () -> Answer.of(invocation.proceed(), invocation.getMethod(), uri.getPath(), mapper));
        throw answered.isReplayed() && answered.answer().shownOnce()
                ? notRepeated(answered.answer())
                : completed(answered, how);
    }

    /** Those who are not known share one name: the request is part of theirs, so that no two of them meet who chose one key. */
    private String name(String key, byte[] sent) {
        return caller.isKnown()
                ? caller.name() + "/" + key
                : caller.name() + "/" + HexFormat.of().formatHex(sent) + "/" + key;
    }

    private Answered completed(Answered answered, Idempotent how) throws JsonProcessingException {
        var completedBy = how.completedBy();
        return completedBy.equals(Completion.class)
                ? answered
                : answered.with(answered.answer()
                        .completed(completions.select(completedBy).get(), mapper));
    }

    private RuntimeException notRepeated(Answer answer) {
        String path = uri.getPath();
        String thing = answer.location() != null
                ? answer.location()
                : path.substring(0, path.lastIndexOf('/')); // what is done to a thing is posted to a verb below it
        return IdempotencyProblem.ANSWER_NOT_REPEATED
                .because("The request was carried out before; the secret in its answer was not kept. It belongs to "
                        + thing + ", where ‘rotate’ gives a new one.")
                .withHeader(HttpHeaders.LOCATION, thing);
    }
}
