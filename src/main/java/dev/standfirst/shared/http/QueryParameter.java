package dev.standfirst.shared.http;

import java.util.Arrays;
import java.util.List;
import java.util.Optional;
import org.jspecify.annotations.Nullable;

/** One name and value of a query, as they were written. */
record QueryParameter(String writtenName, String writtenValue) {

    static List<QueryParameter> split(@Nullable String query) {
        if (query == null) {
            return List.of();
        }
        return Arrays.stream(query.split("&", -1))
                .filter(pair -> !pair.isEmpty())
                .map(QueryParameter::of)
                .toList();
    }

    private static QueryParameter of(String pair) {
        int equals = pair.indexOf('=');
        return equals < 0
                ? new QueryParameter(pair, "")
                : new QueryParameter(pair.substring(0, equals), pair.substring(equals + 1));
    }

    boolean isWellFormed() {
        return decode(writtenName).isPresent() && decode(writtenValue).isPresent();
    }

    String name() {
        return decode(writtenName).orElse(writtenName);
    }

    String value() {
        return decode(writtenValue).orElse(writtenValue);
    }

    private static Optional<String> decode(String written) {
        return PercentEncoding.decode(written.replace("+", "%20"));
    }
}
