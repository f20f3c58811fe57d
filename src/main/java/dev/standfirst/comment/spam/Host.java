package dev.standfirst.comment.spam;

import com.ibm.icu.text.IDNA;
import java.util.Locale;
import java.util.Optional;
import java.util.regex.Matcher;
import java.util.regex.Pattern;

/** Names of hosts in one form: as browsers ask for them (UTS 46), in ASCII and lower case, without a dot at the end. */
public final class Host {
    private static final int MAX_LENGTH = 253;
    private static final IDNA UTS_46 = IDNA.getUTS46Instance(
            IDNA.NONTRANSITIONAL_TO_ASCII | IDNA.NONTRANSITIONAL_TO_UNICODE | IDNA.CHECK_BIDI | IDNA.CHECK_CONTEXTJ);

    private static final Pattern NAME =
            Pattern.compile("(?:[a-z0-9_](?:[a-z0-9_-]{0,61}[a-z0-9_])?\\.)*[a-z0-9](?:[a-z0-9-]{0,61}[a-z0-9])?");

    /** What stands between the slashes and the path of a web address, without who logs in there and without the port. */
    private static final Pattern OF_THE_WEB = Pattern.compile(
            "\\s*(?:https?:)?[/\\\\]{2,}(?:[^/?#\\\\]*@)?([^/?#\\\\@:]+)(?::\\d*)?(?:[/?#\\\\].*)?",
            Pattern.DOTALL | Pattern.CASE_INSENSITIVE);

    private static final Pattern OF_MAIL =
            Pattern.compile("\\s*(?:mailto:)?[^@?]*@([^@?]+)(?:\\?.*)?", Pattern.DOTALL | Pattern.CASE_INSENSITIVE);

    private Host() {}

    /** Reads the name of a host; empty for what is none, or is an IP address. */
    public static Optional<String> of(String name) {
        String text = name.strip();
        if (text.isEmpty() || text.length() > MAX_LENGTH) {
            return Optional.empty();
        }
        IDNA.Info info = new IDNA.Info();
        StringBuilder ascii = UTS_46.nameToASCII(text, new StringBuilder(), info);
        String host = ascii.toString().toLowerCase(Locale.ROOT).replaceFirst("\\.$", "");
        // Names that rules of IDNA forbid are asked for all the same, as hyphens in third and fourth place.
        boolean isName = host.length() <= MAX_LENGTH
                && NAME.matcher(host).matches()
                && !lastLabel(host).matches("\\d+|0x[0-9a-f]*");
        return isName ? Optional.of(host) : Optional.empty();
    }

    /** Finds the host of an address of the web or of mail; empty for a relative one, or one whose host is an IP address. */
    public static Optional<String> inAddress(String address) {
        Matcher web = OF_THE_WEB.matcher(address);
        if (web.matches()) {
            return of(web.group(1));
        }
        Matcher mail = OF_MAIL.matcher(address);
        return mail.matches() ? of(mail.group(1)) : Optional.empty();
    }

    static String lastLabel(String host) {
        return host.substring(host.lastIndexOf('.') + 1);
    }
}
