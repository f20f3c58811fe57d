package dev.standfirst.shared.json;

import java.util.Collection;
import java.util.Comparator;
import java.util.Locale;

/** Finds the known name that a mistaken one was probably meant to be. */
public final class Nearest {
    private Nearest() {}

    /** Returns a hint like {@code "; the nearest known is ‘title’"}, or lists what is known where nothing comes near. */
    public static String hint(String unknown, Collection<String> known) {
        if (known.isEmpty()) {
            return "; none is known here";
        }
        String mistaken = unknown.substring(0, Math.min(unknown.length(), 64)).toLowerCase(Locale.ROOT);
        String nearest = known.stream()
                .min(Comparator.comparingInt((String name) -> distance(mistaken, name.toLowerCase(Locale.ROOT)))
                        .thenComparing(Comparator.naturalOrder()))
                .orElseThrow();
        return "; the nearest known one is ‘" + nearest + "’";
    }

    /** The Levenshtein distance, row by row (Wagner and Fischer, 1974). */
    private static int distance(String a, String b) {
        int[] row = new int[b.length() + 1];
        for (int j = 0; j <= b.length(); j++) {
            row[j] = j;
        }
        for (int i = 1; i <= a.length(); i++) {
            int diagonal = row[0];
            row[0] = i;
            for (int j = 1; j <= b.length(); j++) {
                int substituted = diagonal + (a.charAt(i - 1) == b.charAt(j - 1) ? 0 : 1);
                diagonal = row[j];
                row[j] = Math.min(substituted, 1 + Math.min(row[j], row[j - 1]));
            }
        }
        return row[b.length()];
    }
}
