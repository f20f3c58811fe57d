package dev.standfirst.comment.block;

import com.google.re2j.Pattern;
import dev.standfirst.comment.spam.Host;
import dev.standfirst.comment.spam.Submission;
import dev.standfirst.comment.spam.Words;
import inet.ipaddr.IPAddress;
import inet.ipaddr.ipv4.IPv4AddressAssociativeTrie;
import inet.ipaddr.ipv6.IPv6AddressAssociativeTrie;
import java.util.ArrayList;
import java.util.HashMap;
import java.util.LinkedHashSet;
import java.util.List;
import java.util.Map;
import java.util.Set;
import java.util.UUID;
import java.util.stream.Stream;
import org.jspecify.annotations.Nullable;

/** All that is blocked, ready to be compared: but for patterns, in a time that does not depend on how much that is. It never changes. */
final class BlockList {
    private final @Nullable UUID revision;
    private final Map<String, Listed> addresses = new HashMap<>();
    private final Map<String, Listed> domains = new HashMap<>();
    private final Map<String, Listed> words = new HashMap<>();
    private final IPv4AddressAssociativeTrie<Listed> ipv4 = new IPv4AddressAssociativeTrie<>();
    private final IPv6AddressAssociativeTrie<Listed> ipv6 = new IPv6AddressAssociativeTrie<>();
    private final Map<Pattern, Listed> patterns = new HashMap<>();
    private int mostWords;

    private BlockList(@Nullable UUID revision) {
        this.revision = revision;
    }

    /** One thing that is blocked. */
    record Listed(UUID id, BlockKind kind, String value, BlockAction action) {}

    static BlockList of(@Nullable UUID revision, List<Listed> all) {
        BlockList list = new BlockList(revision);
        all.forEach(list::add);
        return list;
    }

    @Nullable
    UUID revision() {
        return revision;
    }

    private void add(Listed listed) {
        switch (listed.kind()) {
            case ADDRESS -> addresses.put(listed.value(), listed);
            case DOMAIN -> domains.put(listed.value(), listed);
            case RANGE -> BlockedValue.range(listed.value()).ifPresent(range -> add(range, listed));
            case WORD -> {
                words.put(listed.value(), listed);
                mostWords = Math.max(mostWords, listed.value().split(" ", -1).length);
            }
            case PATTERN -> patterns.put(Pattern.compile(listed.value()), listed);
        }
    }

    private void add(IPAddress range, Listed listed) {
        if (range.isIPv4()) {
            ipv4.put(range.toIPv4(), listed);
        } else {
            ipv6.put(range.toIPv6(), listed);
        }
    }

    /** Finds what of it is in a comment, each once. */
    Set<Listed> in(Submission submission) {
        Set<Listed> found = new LinkedHashSet<>();
        findAddress(submission, found);
        hosts(submission).forEach(host -> findDomain(host, found));
        if (submission.ip() != null) {
            BlockedValue.range(submission.ip()).ifPresent(ip -> findRange(ip, found));
        }
        if (mostWords > 0) {
            findWords(Words.of(submission.name()), found);
            findWords(Words.of(submission.text()), found);
        }
        if (!patterns.isEmpty()) {
            findPatterns(submission, found);
        }
        return found;
    }

    private void findAddress(Submission submission, Set<Listed> found) {
        if (submission.email() != null) {
            BlockedValue.address(submission.email()).map(addresses::get).ifPresent(found::add);
        }
    }

    private static Stream<String> hosts(Submission submission) {
        return Stream.concat(Stream.of(submission.email(), submission.url()), submission.links().stream())
                .filter(address -> address != null)
                .flatMap(address -> Host.inAddress(address).stream())
                .distinct();
    }

    private void findDomain(String host, Set<Listed> found) {
        String rest = host;
        while (!rest.isEmpty()) {
            Listed listed = domains.get(rest);
            if (listed != null) {
                found.add(listed);
            }
            int dot = rest.indexOf('.');
            rest = dot < 0 ? "" : rest.substring(dot + 1);
        }
    }

    private void findRange(IPAddress ip, Set<Listed> found) {
        if (ip.isIPv4()) {
            var node = ipv4.elementsContaining(ip.toIPv4());
            if (node != null) {
                node.nodeIterator(true).forEachRemaining(one -> found.add(one.getValue()));
            }
        } else {
            var node = ipv6.elementsContaining(ip.toIPv6());
            if (node != null) {
                node.nodeIterator(true).forEachRemaining(one -> found.add(one.getValue()));
            }
        }
    }

    private void findWords(List<String> text, Set<Listed> found) {
        for (int from = 0; from < text.size(); from++) {
            StringBuilder row = new StringBuilder();
            for (int to = from; to < Math.min(text.size(), from + mostWords); to++) {
                row.append(to > from ? " " : "").append(text.get(to));
                Listed listed = words.get(row.toString());
                if (listed != null) {
                    found.add(listed);
                }
            }
        }
    }

    private void findPatterns(Submission submission, Set<Listed> found) {
        List<String> parts = new ArrayList<>(List.of(submission.text(), submission.name()));
        if (submission.url() != null) {
            parts.add(submission.url());
        }
        parts.addAll(submission.links());
        patterns.forEach((pattern, listed) -> {
            if (parts.stream().anyMatch(part -> pattern.matcher(part).find())) {
                found.add(listed);
            }
        });
    }
}
