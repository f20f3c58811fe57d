package dev.standfirst.shared.http;

import java.util.HashMap;
import java.util.Locale;
import java.util.Map;
import java.util.regex.Matcher;
import java.util.regex.Pattern;
import org.jspecify.annotations.Nullable;

/** Reads {@code Accept-Encoding} (RFC 9110, section 12.5.3). */
final class AcceptEncoding {
    private static final Pattern CODING = Pattern.compile(
            "\\s*([!#$%&'*+.^_`|~\\w-]+)\\s*(?:;\\s*q=(0(?:\\.\\d{0,3})?|1(?:\\.0{0,3})?))?\\s*",
            Pattern.CASE_INSENSITIVE);

    private AcceptEncoding() {}

    /** Says whether gzip is accepted, and not liked less than nothing at all. */
    static boolean prefersGzip(@Nullable String header) {
        if (header == null) {
            return false;
        }
        Map<String, Double> weights = new HashMap<>();
        for (String part : header.split(",", -1)) {
            Matcher coding = CODING.matcher(part);
            if (coding.matches()) {
                String weight = coding.group(2);
                weights.put(
                        coding.group(1).toLowerCase(Locale.ROOT), weight == null ? 1.0 : Double.parseDouble(weight));
            }
        }
        double gzip = weights.getOrDefault("gzip", weights.getOrDefault("*", 0.0));
        return gzip > 0 && gzip >= weights.getOrDefault("identity", 0.0);
    }
}
