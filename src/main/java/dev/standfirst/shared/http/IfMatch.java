package dev.standfirst.shared.http;

import dev.standfirst.shared.problem.Fault;
import dev.standfirst.shared.problem.RequestProblem;
import jakarta.ws.rs.core.HttpHeaders;
import java.util.ArrayList;
import java.util.List;
import java.util.function.LongFunction;
import org.jspecify.annotations.Nullable;

/** The version that a change says it was made from: the {@code If-Match} of a management request (RFC 9110, section 13.1.1). */
public final class IfMatch {
    private final EntityTags tags;

    private IfMatch(EntityTags tags) {
        this.tags = tags;
    }

    /**
     * Reads the header.
     *
     * @throws dev.standfirst.shared.problem.ProblemException {@link RequestProblem#VERSION_REQUIRED} without one, {@link
     *     RequestProblem#INVALID_HEADER} if it is neither {@code *} nor a list of entity tags
     */
    public static IfMatch of(@Nullable String header) {
        if (header == null) {
            throw RequestProblem.VERSION_REQUIRED
                    .because("The request has no If-Match.")
                    .with(RequestProblem.VERSION_REQUIRED.inHeader(HttpHeaders.IF_MATCH, "is missing"));
        }
        return new IfMatch(EntityTags.parse(header)
                .orElseThrow(() -> RequestProblem.INVALID_HEADER
                        .because("If-Match cannot be read.")
                        .with(RequestProblem.INVALID_HEADER.inHeader(
                                HttpHeaders.IF_MATCH, "must be * or entity tags in quotes, as \"7\""))));
    }

    /** Reads the header of a request that does not need it: without one, it allows any version. */
    public static IfMatch optional(@Nullable String header) {
        return header == null ? any() : of(header);
    }

    /** Allows any version: for who changes things without having seen them. */
    public static IfMatch any() {
        return new IfMatch(new EntityTags(true, List.of()));
    }

    /**
     * Requires that the thing still has a version which the header allows.
     *
     * @throws dev.standfirst.shared.problem.ProblemException {@link RequestProblem#VERSION_IS_STALE} if not, with the present one as
     *     {@code ETag}
     */
    public void require(long version) {
        require(version, sent -> List.of());
    }

    /**
     * Requires the same of a thing that can tell what was changed meanwhile.
     *
     * @param changed the faults that name what differs between the version that was sent and the present one
     */
    public void require(long version, LongFunction<List<Fault>> changed) {
        if (tags.matchStrongly(String.valueOf(version))) {
            return;
        }
        List<Fault> faults = new ArrayList<>();
        faults.add(RequestProblem.VERSION_IS_STALE.inHeader(HttpHeaders.IF_MATCH, "does not name the present version"));
        tags.onlyNumber().ifPresent(sent -> faults.addAll(changed.apply(sent)));
        throw RequestProblem.VERSION_IS_STALE
                .because("The present version is " + version + ".")
                .with(faults)
                .withHeader(HttpHeaders.ETAG, etag(version));
    }

    /** Writes a version as an entity tag. */
    public static String etag(long version) {
        return '"' + String.valueOf(version) + '"';
    }
}
