package dev.standfirst.body;

import com.ibm.icu.text.IDNA;
import com.ibm.icu.text.SpoofChecker;
import com.ibm.icu.text.SpoofChecker.RestrictionLevel;
import java.util.EnumSet;
import java.util.List;
import java.util.Set;
import java.util.regex.Pattern;
import org.jspecify.annotations.Nullable;

/**
 * The name of a host, as people read it and as the network does.
 *
 * @param labels its parts, in their own letters
 * @param ascii the same in the form of the network, {@code xn--…}
 */
record HostName(List<String> labels, String ascii) {

    private static final String ENCODED = "xn--";
    private static final Pattern SOMETHING = Pattern.compile("[^.].*[^.]\\.?|[^.]\\.?", Pattern.DOTALL);

    // All three may be used by many threads at once.
    private static final IDNA IDNA_2008 = IDNA.getUTS46Instance(
            IDNA.CHECK_BIDI | IDNA.CHECK_CONTEXTJ | IDNA.NONTRANSITIONAL_TO_ASCII | IDNA.NONTRANSITIONAL_TO_UNICODE);
    private static final SpoofChecker SCRIPTS = new SpoofChecker.Builder()
            .setChecks(SpoofChecker.RESTRICTION_LEVEL)
            .setRestrictionLevel(RestrictionLevel.HIGHLY_RESTRICTIVE)
            .build();
    private static final SpoofChecker LOOKS =
            new SpoofChecker.Builder().setChecks(SpoofChecker.CONFUSABLE).build();

    /** Hosts with such hyphens exist, whatever the standard says of new ones. */
    private static final Set<IDNA.Error> USUAL =
            EnumSet.of(IDNA.Error.HYPHEN_3_4, IDNA.Error.LEADING_HYPHEN, IDNA.Error.TRAILING_HYPHEN);

    /** Unicode has these for confusable with two letters each; Danes, Norwegians and the French do not confuse them. */
    private static final Pattern LIGATURE = Pattern.compile("[æœ]");

    /** The longest name of a host (RFC 1035, section 2.3.4); of much longer ones ICU only says that they are too long. */
    private static final int LONGEST = 253;

    /** Reads the host of an address, in lower case; null for one that cannot be. */
    static @Nullable HostName of(String host) {
        if (host.length() > LONGEST
                || host.contains("..")
                || !SOMETHING.matcher(host).matches()) {
            return null;
        }
        if (isAscii(host) && !host.contains(ENCODED)) {
            return new HostName(labels(host), host);
        }
        IDNA.Info read = new IDNA.Info();
        StringBuilder unicode = IDNA_2008.nameToUnicode(host, new StringBuilder(), read);
        IDNA.Info written = new IDNA.Info();
        StringBuilder ascii = IDNA_2008.nameToASCII(host, new StringBuilder(), written);
        boolean possible = USUAL.containsAll(read.getErrors()) && USUAL.containsAll(written.getErrors());
        return possible ? new HostName(labels(unicode.toString()), ascii.toString()) : null;
    }

    /**
     * Says whether the name is made to be taken for another: a label mixes scripts as no language does (beyond "highly restrictive" of
     * UTS #39), or all its letters look like ASCII ones and some are not. The latter may be where the whole domain, by its last label,
     * is of such letters.
     */
    boolean isHomograph() {
        boolean local = !isAscii(labels.get(labels.size() - 1)) && !looksAscii(labels.get(labels.size() - 1));
        return labels.stream()
                .filter(label -> !isAscii(label))
                .anyMatch(label -> SCRIPTS.failsChecks(label) || (!local && looksAscii(label)));
    }

    private static boolean looksAscii(String label) {
        return !LIGATURE.matcher(label).find() && isAscii(LOOKS.getSkeleton(label));
    }

    private static List<String> labels(String name) {
        return List.of(name.split("\\."));
    }

    private static boolean isAscii(String text) {
        return text.chars().allMatch(c -> c < 128);
    }
}
