package dev.standfirst.comment.block;

import com.google.re2j.Pattern;
import com.google.re2j.PatternSyntaxException;
import dev.standfirst.comment.EmailAddress;
import dev.standfirst.comment.spam.Host;
import dev.standfirst.comment.spam.Words;
import inet.ipaddr.AddressStringException;
import inet.ipaddr.AddressStringParameters.RangeParameters;
import inet.ipaddr.IPAddress;
import inet.ipaddr.IPAddressString;
import inet.ipaddr.IPAddressStringParameters;
import java.util.List;
import java.util.Optional;
import java.util.regex.MatchResult;

/**
 * What is blocked, in the one form in which it is kept and compared.
 *
 * @param text the value
 * @param size how many steps a pattern has; nothing for other kinds
 */
record BlockedValue(BlockKind kind, String text, int size) {
    static final int MAX_LENGTH = 320;

    /** The most steps of a pattern, and of all patterns together: with so many a comment of 10,000 characters takes a second at worst. */
    static final int MAX_SIZE = 1_000;

    static final int MAX_SIZE_OF_ALL = 2_000;

    private static final int LONGEST_PATTERN = 200;
    private static final int MOST_REPETITIONS = 1_000;
    private static final int MOST_WORDS = 10;
    private static final int WIDEST_IPV4 = 8;
    private static final int WIDEST_IPV6 = 16;
    private static final java.util.regex.Pattern REPETITION =
            java.util.regex.Pattern.compile("\\{(\\d{1,9})(?:,(\\d{0,9}))?}");

    private static final IPAddressStringParameters PLAIN = new IPAddressStringParameters.Builder()
            .allowEmpty(false)
            .allowAll(false)
            .allowSingleSegment(false)
            .allowWildcardedSeparator(false)
            .allowMask(false)
            .allowPrefixOnly(false)
            .setRangeOptions(RangeParameters.NO_RANGE)
            .getIPv4AddressParametersBuilder()
            .allow_inet_aton(false)
            .allowLeadingZeros(false)
            .allowUnlimitedLeadingZeros(false)
            .getParentBuilder()
            .getIPv6AddressParametersBuilder()
            .allowZone(false)
            .getParentBuilder()
            .toParams();

    /** Reads a value; refuses with the {@link BlockProblem} of its kind. */
    static BlockedValue of(BlockKind kind, String value) {
        return switch (kind) {
            case ADDRESS ->
                new BlockedValue(
                        kind,
                        address(value)
                                .orElseThrow(
                                        () -> BlockProblem.NOT_AN_EMAIL_ADDRESS.ofValue("is not an e-mail address")),
                        0);
            case DOMAIN ->
                new BlockedValue(
                        kind,
                        Host.of(value).orElseThrow(() -> BlockProblem.NOT_A_DOMAIN.ofValue("is not a domain")),
                        0);
            case RANGE -> new BlockedValue(kind, narrowEnough(value).toCanonicalString(), 0);
            case WORD -> new BlockedValue(kind, words(value), 0);
            case PATTERN -> new BlockedValue(kind, value, pattern(value).programSize());
        };
    }

    /** Brings an e-mail address into the form in which it is compared: as those of comments are. */
    static Optional<String> address(String value) {
        String text = value.strip();
        int at = text.lastIndexOf('@');
        if (at < 1 || text.indexOf('@') != at || text.chars().anyMatch(c -> c <= ' ' || Character.isWhitespace(c))) {
            return Optional.empty();
        }
        return Host.of(text.substring(at + 1)).map(host -> EmailAddress.canonical(text));
    }

    /** Reads an IP address or a range, an IPv4 address inside of an IPv6 one as the former. */
    static Optional<IPAddress> range(String value) {
        try {
            IPAddress range = new IPAddressString(value.strip(), PLAIN).toAddress();
            Integer bits = range.getNetworkPrefixLength();
            boolean isMapped = range.isIPv6() && range.toIPv6().isIPv4Mapped() && (bits == null || bits >= 96);
            if (isMapped) {
                IPAddress inner = range.toIPv6().getEmbeddedIPv4Address();
                return Optional.of(bits == null ? inner : block(inner.setPrefixLength(bits - 96, false)));
            }
            return Optional.of(bits == null ? range : block(range));
        } catch (AddressStringException e) {
            return Optional.empty();
        }
    }

    /** Reads a pattern, within bounds that are checked before it is read, and after. */
    static Pattern pattern(String value) {
        if (value.length() > LONGEST_PATTERN || repetitions(value) > MOST_REPETITIONS) {
            throw tooLarge();
        }
        Pattern pattern;
        try {
            pattern = Pattern.compile(value);
        } catch (PatternSyntaxException e) {
            throw BlockProblem.INVALID_PATTERN.ofValue("is not a pattern of RE2: " + e.getDescription());
        }
        if (pattern.programSize() > MAX_SIZE) {
            throw tooLarge();
        }
        if (pattern.matcher("").find()) {
            throw BlockProblem.PATTERN_FITS_ALL.ofValue("fits an empty text");
        }
        return pattern;
    }

    static String joined(List<String> words) {
        return String.join(" ", words);
    }

    /** A range is its first address and its length; that of a single address has none. */
    private static IPAddress block(IPAddress address) {
        IPAddress block = address.toPrefixBlock();
        return block.isMultiple() ? block : block.withoutPrefixLength();
    }

    private static IPAddress narrowEnough(String value) {
        IPAddress range = range(value)
                .orElseThrow(() -> BlockProblem.NOT_A_RANGE.ofValue("is neither an IP address nor a range of them"));
        Integer bits = range.getNetworkPrefixLength();
        if (bits != null && bits < (range.isIPv4() ? WIDEST_IPV4 : WIDEST_IPV6)) {
            throw BlockProblem.RANGE_TOO_WIDE.ofValue("is too wide a range");
        }
        return range;
    }

    private static String words(String value) {
        List<String> words = Words.of(value);
        if (words.isEmpty() || words.size() > MOST_WORDS) {
            throw BlockProblem.NO_WORD.ofValue(words.isEmpty() ? "has no word" : "has more than 10 words");
        }
        return joined(words);
    }

    /** How often, at most, anything is repeated by numbers: as if all of them stood in each other. */
    private static double repetitions(String pattern) {
        return REPETITION
                .matcher(pattern)
                .results()
                .mapToDouble(BlockedValue::most)
                .reduce(1, (product, most) -> product * Math.max(1, most));
    }

    private static double most(MatchResult repetition) {
        String most = repetition.group(2);
        return Double.parseDouble(most == null || most.isEmpty() ? repetition.group(1) : most);
    }

    private static RuntimeException tooLarge() {
        return BlockProblem.PATTERN_TOO_LARGE.ofValue("is too large a pattern");
    }
}
