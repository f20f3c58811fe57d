package dev.standfirst.body;

import java.util.Locale;
import java.util.Set;
import java.util.regex.Matcher;
import java.util.regex.Pattern;
import org.jspecify.annotations.Nullable;

/** Decides which addresses a body may contain, and writes them in one way. */
final class Address {

    private static final Set<String> WEB = Set.of("http", "https");
    private static final Set<String> LINKABLE = Set.of("http", "https", "mailto", "tel");
    private static final Pattern SCHEME = Pattern.compile("([a-zA-Z][a-zA-Z0-9+.-]*):(.*)", Pattern.DOTALL);
    private static final Pattern OF_THE_WEB = Pattern.compile(
            "https?://(?:[^/?#]*@)?([^/?#@:]+|\\[[0-9a-fA-F:.]+])(?::[0-9]*)?(?:[/?#].*)?", Pattern.DOTALL);

    /** A colon before the path could only end a scheme that some reader believes in. */
    private static final Pattern RELATIVE = Pattern.compile("[^:/?#]*(?:[/?#].*)?", Pattern.DOTALL);

    private static final Pattern SPACES_WITHIN = Pattern.compile("[\\t\\n\\r\\f]+");
    private static final Pattern BEFORE_QUERY = Pattern.compile("[^?#]+");
    private static final Pattern NOT_A_HOST = Pattern.compile("[^\\p{L}\\p{M}\\p{N}._~:\\[\\]-]");
    private static final String ENCODED = " \"<>`{}|^\\";

    private Address() {}

    /** Gives the address that a link may have: http, https, mailto, tel, or relative to the page; null for any other. */
    static @Nullable String ofLink(String written) {
        return of(written, LINKABLE);
    }

    /** Gives the address that a picture may have: http, https, or relative to the page; null for any other. */
    static @Nullable String ofImage(String written) {
        return of(written, WEB);
    }

    /** Gives the host of an absolute web address in lower case, null for any other address. */
    static @Nullable String host(String address) {
        Matcher web = OF_THE_WEB.matcher(address);
        return web.matches() ? web.group(1).toLowerCase(Locale.ROOT) : null;
    }

    private static @Nullable String of(String written, Set<String> schemes) {
        String address = asBrowsersRead(written);
        Matcher scheme = SCHEME.matcher(address);
        if (scheme.matches()) {
            String name = scheme.group(1).toLowerCase(Locale.ROOT);
            String rest = scheme.group(2);
            if (!schemes.contains(name)) {
                return null;
            }
            return WEB.contains(name) ? web(name, rest) : rest.isEmpty() ? null : encoded(name + ":" + rest);
        }
        if (address.startsWith("//")) {
            return web("https", address);
        }
        return RELATIVE.matcher(address).matches() && !address.isEmpty() ? encoded(address) : null;
    }

    /** As the URL standard begins: without controls and spaces around, without line breaks and tabs, backslashes turned. */
    private static String asBrowsersRead(String written) {
        String legal =
                SPACES_WITHIN.matcher(Characters.legal(written)).replaceAll("").strip();
        Matcher path = BEFORE_QUERY.matcher(legal);
        return path.lookingAt() ? path.group().replace('\\', '/') + legal.substring(path.end()) : legal;
    }

    private static @Nullable String web(String scheme, String rest) {
        if (!rest.startsWith("//")) {
            return null;
        }
        String address = encoded(scheme + "://" + rest.replaceFirst("^/+", ""));
        String host = host(address);
        return host == null || NOT_A_HOST.matcher(host).find() ? null : address;
    }

    private static String encoded(String address) {
        StringBuilder encoded = new StringBuilder(address.length());
        address.chars().forEach(c -> {
            if (ENCODED.indexOf(c) >= 0) {
                encoded.append('%').append(Integer.toHexString(c).toUpperCase(Locale.ROOT));
            } else {
                encoded.append((char) c);
            }
        });
        return encoded.toString();
    }
}
