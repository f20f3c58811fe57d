package dev.standfirst.comment.spam.learned;

import dev.standfirst.comment.spam.Host;
import dev.standfirst.comment.spam.Words;
import java.util.ArrayList;
import java.util.LinkedHashSet;
import java.util.List;
import java.util.Optional;
import java.util.Set;
import java.util.regex.Pattern;

/**
 * What a comment is learned and judged by: its words and pairs of words, the words of its writer's name ({@code name:}), the hosts that it
 * leads to ({@code url:}) and their last label, and some traits ({@code has:}).
 *
 * <p>No token holds an e-mail or IP address, or any other long number: such a piece of text is replaced by the trait of having one, before it
 * is taken apart. Words hold no @, dot or colon anyway.
 */
final class Tokens {
    /** More tell nothing more, and each is looked up. */
    static final int MOST = 400;

    /** The longest, in characters: of a host, or a pair of words. */
    static final int LONGEST = 64;

    private static final int MOST_HOSTS = 30;
    private static final int MOST_NAME_WORDS = 10;
    private static final int LONGEST_WORD = 25;

    /** A number with as many digits can be a telephone's, an account's, or an IP address written in one. */
    private static final int LONG_NUMBER = 5;

    private static final int SHORT_TEXT = 40;
    private static final int LONG_TEXT = 400;
    private static final int SHOUTED = 20;

    private static final Pattern SPACE = Pattern.compile("[\\s\\p{Z}]+");
    private static final Pattern MARKS = Pattern.compile("[\\p{P}\\p{S}]");
    private static final Pattern WEB = Pattern.compile("(?:[a-z][a-z0-9+.-]{0,20}:)?//.*|www\\..*", Pattern.DOTALL);
    private static final Pattern BARE_HOST =
            Pattern.compile("((?:[\\p{L}\\p{N}-]{1,63}\\.){1,8}[a-z]{2,24})(?::\\d{1,5})?(?:/.*)?", Pattern.DOTALL);

    /** Four numbers in a row, as IPv4 addresses are written, also with hyphens in names of hosts, or in hexadecimal. */
    private static final Pattern IPV4 = Pattern.compile("(?:0x)?[0-9a-f]{1,3}(?:[.-](?:0x)?[0-9a-f]{1,3}){3}");

    private static final Pattern IPV6 = Pattern.compile("[0-9a-f]{0,4}:[0-9a-f]{0,4}:[0-9a-f:.]*");

    /** Programs read a number for a host as an IPv4 address. */
    private static final Pattern NUMBER_FOR_HOST = Pattern.compile("(?:[a-z]+:)?//(?:[^/@]*@)?[0-9a-fx.]+(?:[:/?#]|$)");

    private static final Pattern REVERSED = Pattern.compile(".*\\.(?:in-addr|ip6)\\.arpa\\.?");
    private static final Pattern HEXADECIMAL = Pattern.compile("0x[0-9a-f]+");

    private final Set<String> traits = new LinkedHashSet<>();
    private final Set<String> hosts = new LinkedHashSet<>();

    /** In the order of the text; a pair stands behind its second word. */
    private final Set<String> words = new LinkedHashSet<>();

    private Tokens() {}

    /** Takes a comment apart; each token once, however often it stands there. */
    static Set<String> of(Writing writing) {
        Tokens tokens = new Tokens();
        tokens.links(writing);
        tokens.name(writing.name());
        tokens.text(writing.text());
        return tokens.bounded();
    }

    private void links(Writing writing) {
        if (writing.url() != null) {
            traits.add("has:page");
            address(Words.folded(writing.url()));
        }
        writing.links().stream().distinct().limit(MOST_HOSTS).map(Words::folded).forEach(this::address);
        int links = writing.links().size();
        traits.add(links < 3 ? "has:links-" + links : links < 6 ? "has:links-3" : "has:links-6");
    }

    private void name(String name) {
        List<String> pieces = plain(Words.folded(name));
        pieces.stream()
                .flatMap(piece -> Words.of(piece).stream())
                .flatMap(word -> counted(word).stream())
                .limit(MOST_NAME_WORDS)
                .forEach(word -> traits.add(word.startsWith("has:") ? word : "name:" + word));
    }

    private void text(String text) {
        traits(text);
        for (String piece : plain(Words.folded(text))) {
            Optional<String> before = Optional.empty();
            for (String word : Words.of(piece)) {
                Optional<String> counted = counted(word);
                counted.ifPresent(words::add);
                if (isWord(before) && isWord(counted)) {
                    words.add(before.orElseThrow() + " " + counted.orElseThrow());
                }
                before = counted;
            }
        }
    }

    private static boolean isWord(Optional<String> token) {
        return token.isPresent() && !token.get().startsWith("has:");
    }

    private void traits(String text) {
        long upper = text.codePoints().filter(Character::isUpperCase).count();
        long lower = text.codePoints().filter(Character::isLowerCase).count();
        if (upper > SHOUTED && upper > lower) {
            traits.add("has:shouting");
        }
        if (text.contains("!!")) {
            traits.add("has:exclamations");
        }
        traits.add(
                text.length() < SHORT_TEXT
                        ? "has:few-words"
                        : text.length() < LONG_TEXT ? "has:words" : "has:many-words");
    }

    /** Gives what is left of a text without addresses of any kind, in pieces that ended or began where one was. */
    private List<String> plain(String folded) {
        List<String> pieces = new ArrayList<>();
        StringBuilder piece = new StringBuilder();
        for (String chunk : (Iterable<String>) SPACE.splitAsStream(folded)::iterator) {
            if (isAddress(chunk)) {
                pieces.add(piece.toString());
                piece.setLength(0);
            } else {
                piece.append(chunk).append(' ');
            }
        }
        pieces.add(piece.toString());
        return pieces;
    }

    /** Says whether a piece without spaces is, or holds, an address, and notes what may be known of it. */
    private boolean isAddress(String chunk) {
        String bare = withoutEdges(chunk);
        String address = bare.isEmpty() ? chunk : bare;
        if (WEB.matcher(address).matches() || BARE_HOST.matcher(address).matches()) {
            address(address);
            return true;
        }
        if (holdsEmail(address)) {
            traits.add("has:email");
            return true;
        }
        if (holdsIp(address)) {
            traits.add("has:ip");
            return true;
        }
        return false;
    }

    /** Leaves out the marks at both ends, but a slash at the end. By hand, as a pattern for the end tries each place before it. */
    private static String withoutEdges(String chunk) {
        int from = 0;
        int to = chunk.length();
        while (from < to && isMark(chunk.codePointAt(from))) {
            from += Character.charCount(chunk.codePointAt(from));
        }
        while (from < to && chunk.charAt(to - 1) != '/' && isMark(chunk.codePointBefore(to))) {
            to -= Character.charCount(chunk.codePointBefore(to));
        }
        return chunk.substring(from, to);
    }

    private static boolean isMark(int character) {
        return MARKS.matcher(Character.toString(character)).matches();
    }

    private void address(String address) {
        if (holdsEmail(address)) {
            traits.add("has:email");
        }
        var bare = BARE_HOST.matcher(address);
        String full = bare.matches() || address.startsWith("www.") ? "//" + address : address;
        Optional<String> host = address.startsWith("mailto:") ? Optional.empty() : Host.inAddress(full);
        if (host.isEmpty()) {
            if (holdsIp(address) || NUMBER_FOR_HOST.matcher(full).lookingAt()) {
                traits.add("has:ip");
            }
            return;
        }
        String name = host.get().replaceFirst("^www\\.", "");
        if (holdsIp(name)
                || REVERSED.matcher(name).matches()
                || name.chars().filter(c -> c >= '0' && c <= '9').count() >= LONG_NUMBER) {
            traits.add("has:ip");
        } else if (name.length() <= LONGEST - 4) {
            hosts.add("url:" + name);
        }
        hosts.add("url:*." + name.substring(name.lastIndexOf('.') + 1));
    }

    private static boolean holdsEmail(String address) {
        int at = Math.max(address.indexOf('@', 1), address.indexOf("%40", 1));
        return at > 0 && at < address.length() - 1;
    }

    private static boolean holdsIp(String address) {
        return IPV4.matcher(address).find() || IPV6.matcher(address).find();
    }

    /** Gives the token of a word; none for what tells nothing. */
    private static Optional<String> counted(String word) {
        String bare = word.replace("'", "");
        long digits = bare.codePoints().filter(Character::isDigit).count();
        if (digits >= LONG_NUMBER || HEXADECIMAL.matcher(bare).matches()) {
            return Optional.of("has:number");
        }
        int length = bare.codePointCount(0, bare.length());
        if (length > LONGEST_WORD) {
            return Optional.of("has:long-word");
        }
        boolean tells = length > 1 ? digits < length : bare.codePoints().anyMatch(Character::isIdeographic);
        return tells ? Optional.of(bare) : Optional.empty();
    }

    /** Leaves out the middle of a text that has too many words: whoever hides something puts it at an end of it, or needs no middle. */
    private Set<String> bounded() {
        Set<String> all = new LinkedHashSet<>(traits);
        hosts.stream().limit(2L * MOST_HOSTS).forEach(all::add);
        int free = MOST - all.size();
        if (words.size() <= free) {
            all.addAll(words);
            return all;
        }
        List<String> inOrder = List.copyOf(words);
        all.addAll(inOrder.subList(0, free / 2));
        all.addAll(inOrder.subList(inOrder.size() - free / 2, inOrder.size()));
        return all;
    }
}
