package dev.standfirst.change;

import dev.standfirst.shared.problem.RequestProblem;
import dev.standfirst.shared.sql.Queries;
import dev.standfirst.shared.sql.Sql;
import jakarta.inject.Singleton;
import java.util.UUID;
import java.util.regex.Matcher;
import java.util.regex.Pattern;

/**
 * Names places in the log for outside readers, who go on from there later. A token is the number of a row and the row's own random id: a row
 * that is gone, or that a restored backup has another one for, is never taken for the place that was meant.
 */
@Singleton
public final class ChangeTokens {
    private static final Pattern TOKEN = Pattern.compile("(\\d{1,18})-([0-9a-f]{8}(?:-[0-9a-f]{4}){3}-[0-9a-f]{12})");

    /** Before all changes. */
    private static final String BEGINNING = "0-" + new UUID(0, 0);

    private final Queries queries;

    ChangeTokens(Queries queries) {
        this.queries = queries;
    }

    /** The token of the latest change. */
    public String latest() {
        return queries.first(
                        Sql.of("select number || '-' || token as token from change order by number desc limit 1"),
                        row -> row.text("token"))
                .orElse(BEGINNING);
    }

    /**
     * The number of the change of a token; fails with {@link ChangeProblem}.
     *
     * @param untold an action that does not tell what it changed: no such change may come behind
     */
    public long number(String token, String untold) {
        long number = number(token);
        if (queries.count(Sql.of("from change where number > ? and action = ?", number, untold)) > 0) {
            throw ChangeProblem.RESYNC_REQUIRED.because("Rows were restored since this token.");
        }
        return number;
    }

    private long number(String token) {
        Matcher parts = TOKEN.matcher(token);
        if (!parts.matches()) {
            throw RequestProblem.INVALID_PARAMETER
                    .because("The token cannot be read.")
                    .with(RequestProblem.INVALID_PARAMETER.inParameter("since", "is no token that an answer had"));
        }
        long number = Long.parseLong(parts.group(1));
        Sql row = Sql.of("from change where number = ? and token = ?", number, UUID.fromString(parts.group(2)));
        if (token.equals(BEGINNING) || queries.count(row) > 0) {
            return number;
        }
        throw ChangeProblem.RESYNC_REQUIRED.because("The log does not reach back to this token.");
    }
}
