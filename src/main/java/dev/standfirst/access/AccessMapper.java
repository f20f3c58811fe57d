package dev.standfirst.access;

import dev.standfirst.shared.problem.Problem;
import dev.standfirst.shared.problem.ProblemException;
import dev.standfirst.shared.problem.ProblemMapper;
import io.quarkus.oidc.OIDCException;
import io.quarkus.security.AuthenticationFailedException;
import io.quarkus.security.ForbiddenException;
import io.quarkus.security.PermissionsAllowed;
import io.quarkus.security.UnauthorizedException;
import io.smallrye.mutiny.Uni;
import jakarta.ws.rs.container.ResourceInfo;
import jakarta.ws.rs.core.HttpHeaders;
import jakarta.ws.rs.core.UriInfo;
import org.jboss.resteasy.reactive.RestResponse;
import org.jboss.resteasy.reactive.server.ServerExceptionMapper;

/** Says in problems what Quarkus' security says in exceptions, some of which it would answer with an empty body. */
public final class AccessMapper {
    private final ProblemMapper problems;
    private final CurrentActor actor;
    private final FailedLogins failed;
    private final ProviderOutage outage;

    AccessMapper(ProblemMapper problems, CurrentActor actor, FailedLogins failed, ProviderOutage outage) {
        this.problems = problems;
        this.actor = actor;
        this.failed = failed;
        this.outage = outage;
    }

    @ServerExceptionMapper
    RestResponse<Problem> refuse(UnauthorizedException e, UriInfo uri) {
        return problems.refuse(AccessProblem.KEY_REQUIRED.because("The request has no key."), uri);
    }

    /** Quarkus does not say what of a token is wrong but in its log, and that is for whoever made the token. */
    @ServerExceptionMapper
    Uni<RestResponse<Problem>> refuse(AuthenticationFailedException e, UriInfo uri) {
        ProblemException refusal = e.getCause() instanceof ProblemException ours
                ? ours
                : AccessProblem.TOKEN_INVALID.because(
                        "The token has expired or is not in force yet, is of another issuer or for another audience, or its signature is not the identity provider's.");
        boolean isKnown = refusal.type() == AccessProblem.NO_ROLE;
        return (isKnown ? Uni.createFrom().item(refusal) : failed.count(refusal))
                .map(answer -> problems.refuse(answer, uri));
    }

    @ServerExceptionMapper
    RestResponse<Problem> refuse(OIDCException e, UriInfo uri) {
        outage.noticed(e);
        ProblemException refusal = AccessProblem.IDENTITY_PROVIDER_DOWN
                .because("The keys of the identity provider cannot be read just now.")
                .withHeader(HttpHeaders.RETRY_AFTER, String.valueOf(ProviderOutage.PAUSE.toSeconds()));
        return problems.refuse(refusal, uri);
    }

    @ServerExceptionMapper
    RestResponse<Problem> refuse(ForbiddenException e, UriInfo uri, ResourceInfo resource) {
        String needed = resource.getResourceMethod()
                .getAnnotation(PermissionsAllowed.class)
                .value()[0];
        return problems.refuse(AccessProblem.forbidden(actor.get(), needed), uri);
    }
}
