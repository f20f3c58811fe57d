package dev.standfirst.access;

import dev.standfirst.shared.problem.Problem;
import dev.standfirst.shared.problem.ProblemException;
import dev.standfirst.shared.problem.ProblemMapper;
import io.quarkus.security.AuthenticationFailedException;
import io.quarkus.security.ForbiddenException;
import io.quarkus.security.PermissionsAllowed;
import io.quarkus.security.UnauthorizedException;
import jakarta.ws.rs.container.ResourceInfo;
import jakarta.ws.rs.core.UriInfo;
import org.jboss.resteasy.reactive.RestResponse;
import org.jboss.resteasy.reactive.server.ServerExceptionMapper;

/** Says in problems what Quarkus' security says in exceptions, some of which it would answer with an empty body. */
public final class AccessMapper {
    private final ProblemMapper problems;
    private final CurrentActor actor;

    AccessMapper(ProblemMapper problems, CurrentActor actor) {
        this.problems = problems;
        this.actor = actor;
    }

    @ServerExceptionMapper
    RestResponse<Problem> refuse(UnauthorizedException e, UriInfo uri) {
        return problems.refuse(AccessProblem.KEY_REQUIRED.because("The request has no key."), uri);
    }

    @ServerExceptionMapper
    RestResponse<Problem> refuse(AuthenticationFailedException e, UriInfo uri) {
        return e.getCause() instanceof ProblemException refusal
                ? problems.refuse(refusal, uri)
                : problems.refuse(AccessProblem.KEY_INVALID.because("The key cannot be read."), uri);
    }

    @ServerExceptionMapper
    RestResponse<Problem> refuse(ForbiddenException e, UriInfo uri, ResourceInfo resource) {
        String needed = resource.getResourceMethod()
                .getAnnotation(PermissionsAllowed.class)
                .value()[0];
        return problems.refuse(AccessProblem.forbidden(actor.get(), needed), uri);
    }
}
