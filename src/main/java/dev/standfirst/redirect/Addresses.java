package dev.standfirst.redirect;

import dev.standfirst.shared.http.Moved;
import dev.standfirst.shared.problem.ProblemException;
import dev.standfirst.shared.problem.RequestProblem;
import dev.standfirst.shared.sql.Queries;
import dev.standfirst.shared.sql.Sql;
import dev.standfirst.shared.text.Ref;
import jakarta.inject.Singleton;
import java.util.Optional;
import java.util.function.Predicate;

/** Says where something went that is not at its address: on to a new one, away, or it never was there. */
@Singleton
public final class Addresses {
    private final Queries queries;

    Addresses(Queries queries) {
        this.queries = queries;
    }

    /**
     * Makes the answer to a request for something that is not live. It leads to an address by id, never to one by slug: a client that
     * keeps redirects, as a permanent one may be kept, could go round in a circle of slugs that were changed and changed back.
     *
     * @param kind what an old slug of such a thing is
     * @param path the path that was asked for, with %s for the thing's slug or id
     * @param isLive says whether a thing is live
     * @param wasPublic says whether a thing that is not live was public once
     */
    public RuntimeException missing(
            RedirectKind kind, String path, Ref ref, Predicate<Ref> isLive, Predicate<Ref> wasPublic) {
        if (wasPublic.test(ref)) {
            return gone();
        }
        Optional<Ref> former = formerlyOf(kind, ref);
        if (former.isEmpty()) {
            return notFound();
        }
        if (isLive.test(former.get())) {
            return new Moved(path.formatted(former.get().text()));
        }
        return wasPublic.test(former.get()) ? gone() : notFound();
    }

    private Optional<Ref> formerlyOf(RedirectKind kind, Ref ref) {
        Sql sql = Sql.of(
                "select target_id from redirect where kind = ? and source = ? and was_public", kind.name(), ref.text());
        return queries.first(sql, row -> Ref.of(row.uuid("target_id")));
    }

    public static ProblemException notFound() {
        return RequestProblem.NOT_FOUND.because("There is nothing at this address.");
    }

    public static ProblemException gone() {
        return RequestProblem.GONE.because("What was at this address is no longer public.");
    }
}
