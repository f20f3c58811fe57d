package dev.standfirst.shared.problem;

import com.fasterxml.jackson.databind.exc.InvalidDefinitionException;
import jakarta.persistence.PersistenceException;
import jakarta.ws.rs.WebApplicationException;
import jakarta.ws.rs.core.HttpHeaders;
import jakarta.ws.rs.core.UriInfo;
import java.sql.SQLException;
import java.sql.SQLTransientException;
import java.util.List;
import java.util.Map;
import org.jboss.logging.Logger;
import org.jboss.resteasy.reactive.RestResponse;
import org.jboss.resteasy.reactive.server.ServerExceptionMapper;
import org.jspecify.annotations.Nullable;

/** Turns every exception that leaves a resource into a problem; nowhere else does an exception become an answer. */
public final class ProblemMapper {
    private static final Logger LOG = Logger.getLogger(ProblemMapper.class);

    private static final Map<Integer, RequestProblem> BY_STATUS = Map.of(
            400, RequestProblem.BAD_REQUEST,
            404, RequestProblem.NOT_FOUND,
            405, RequestProblem.METHOD_NOT_ALLOWED,
            406, RequestProblem.NOT_ACCEPTABLE,
            413, RequestProblem.CONTENT_TOO_LARGE,
            414, RequestProblem.URI_TOO_LONG,
            415, RequestProblem.UNSUPPORTED_MEDIA_TYPE,
            431, RequestProblem.HEADERS_TOO_LARGE,
            503, RequestProblem.UNAVAILABLE);

    @ServerExceptionMapper
    public RestResponse<Problem> refuse(ProblemException e, UriInfo uri) {
        return answer(e.type(), e.detail(), e.faults(), e.headers(), uri);
    }

    @ServerExceptionMapper
    RestResponse<Problem> refuse(WebApplicationException e, UriInfo uri) {
        if (e.getCause() instanceof ProblemException problem) {
            return refuse(problem, uri);
        }
        RequestProblem type = BY_STATUS.get(e.getResponse().getStatus());
        if (type == null) {
            return fail(e, uri);
        }
        String allow = e.getResponse().getHeaderString(HttpHeaders.ALLOW);
        return answer(
                type, type.meaning(), List.of(), allow == null ? Map.of() : Map.of(HttpHeaders.ALLOW, allow), uri);
    }

    // Quarkus has a mapper of its own for the second: named here, this one counts.
    @ServerExceptionMapper({Throwable.class, InvalidDefinitionException.class})
    RestResponse<Problem> fail(Throwable e, UriInfo uri) {
        if (isUnavailable(e)) {
            LOG.warnf("The database cannot serve: %s", rootMessage(e));
            RequestProblem type = RequestProblem.UNAVAILABLE;
            return answer(type, type.meaning(), List.of(), Map.of(HttpHeaders.RETRY_AFTER, "5"), uri);
        }
        if (isRace(e)) {
            RequestProblem type = RequestProblem.CONFLICT;
            return answer(type, type.meaning(), List.of(), Map.of(), uri);
        }
        return answer(RequestProblem.INTERNAL_ERROR, ErrorLog.note(e, uri.getPath()), List.of(), Map.of(), uri);
    }

    private static RestResponse<Problem> answer(
            ProblemType type, String detail, List<Fault> faults, Map<String, String> headers, UriInfo uri) {
        var answer = RestResponse.ResponseBuilder.<Problem>create(type.status())
                .entity(Problem.of(type, detail, uri.getPath(), faults))
                .type(Problem.MEDIA_TYPE);
        headers.forEach(answer::header);
        return answer.build();
    }

    /** Tells a database that is away, stopping, full or out of connections (SQLSTATE classes 08, 53, 57P) from a defect. */
    public static boolean isUnavailable(Throwable e) {
        for (Throwable cause = e; cause != null; cause = next(cause)) {
            if (cause instanceof SQLTransientException) {
                return true;
            }
            if (cause instanceof SQLException sql) {
                String state = sql.getSQLState();
                // Agroal reports a pool without a free connection with a bare SQLException: no SQLSTATE at all.
                return state == null || state.startsWith("08") || state.startsWith("53") || state.startsWith("57P");
            }
        }
        return false;
    }

    /** Tells two writers that met from a defect: a constraint that was checked before, or a deadlock (SQLSTATE 23503, 23505, class 40). */
    public static boolean isRace(Throwable e) {
        for (Throwable cause = e; cause != null; cause = next(cause)) {
            if (cause instanceof SQLException sql && sql.getSQLState() != null) {
                String state = sql.getSQLState();
                return state.equals("23503") || state.equals("23505") || state.startsWith("40");
            }
        }
        return false;
    }

    private static @Nullable Throwable next(Throwable e) {
        return e.getCause() == e ? null : e.getCause();
    }

    private static String rootMessage(Throwable e) {
        Throwable root = e;
        for (Throwable cause = e; cause != null; cause = next(cause)) {
            root = cause;
        }
        return root instanceof PersistenceException
                ? root.getClass().getSimpleName()
                : String.valueOf(root.getMessage());
    }
}
