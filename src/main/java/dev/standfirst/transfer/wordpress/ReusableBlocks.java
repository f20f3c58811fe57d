package dev.standfirst.transfer.wordpress;

import com.fasterxml.jackson.core.JsonProcessingException;
import com.fasterxml.jackson.databind.JsonNode;
import com.fasterxml.jackson.databind.ObjectMapper;
import dev.standfirst.article.BodyDraft;
import dev.standfirst.transfer.ForeignFile;
import java.util.HashMap;
import java.util.HashSet;
import java.util.Map;
import java.util.Set;
import java.util.regex.Matcher;
import java.util.regex.Pattern;
import java.util.stream.Collectors;
import java.util.stream.Stream;

/**
 * What a site keeps apart to have it in several posts, by its id: WordPress calls it a synced pattern, or once a reusable block, and a post
 * that has it says no more than its id.
 */
final class ReusableBlocks {
    /** How many characters are kept of a whole site. */
    private static final int MOST = 16 << 20;

    /** How many of them are put into a post: those in others count each. */
    private static final int MOST_IN_A_POST = 1_000;

    /** How many of them may lie in one another. */
    private static final int DEEPEST = 5;

    private static final Pattern PLACE = Pattern.compile("<!--\\s{1,9}wp:(core/)?block\\s{1,9}(?=\\{)");

    private final ObjectMapper mapper;
    private final Map<String, String> texts = new HashMap<>();
    private final Set<String> tooMany = new HashSet<>();
    private int kept;
    private int missed;

    ReusableBlocks(ObjectMapper mapper) {
        this.mapper = mapper;
    }

    /** Adds an item of the site, if it is such a block and public. */
    void add(Element item) {
        if (!item.text("wp:post_type").equals("wp_block")) {
            return;
        }
        String id = item.text("wp:post_id").strip();
        String text = item.text("content:encoded");
        boolean isPublic = item.text("wp:status").equals("publish")
                && item.text("wp:post_password").isEmpty();
        if (!isPublic || id.isEmpty() || text.isBlank()) {
            return;
        }
        if (text.length() <= Math.min(BodyDraft.MAX_LENGTH, MOST - kept)) {
            kept += text.length();
            texts.put(ForeignFile.cut(id, 200), text);
        } else {
            tooMany.add(ForeignFile.cut(id, 200));
        }
    }

    /** How many were asked for, so far, that are not in the file or not public. */
    int missed() {
        return missed;
    }

    /**
     * A body with the blocks in it.
     *
     * @param isWhole whether all are there that are public; if not, nobody can say what the rest of the body would be with them
     */
    record Filled(String text, boolean isWhole) {}

    /** Puts the blocks where a post names them. One that cannot be put there stays a block without text. */
    Filled fill(String source) {
        return new Filling(source.length()).of(source);
    }

    /** Puts blocks into one post. */
    private final class Filling {
        private final StringBuilder filled = new StringBuilder();
        private int length;
        private int many;
        private boolean isWhole = true;

        Filling(int length) {
            this.length = length;
        }

        Filled of(String source) {
            write(source, Set.of());
            return new Filled(filled.toString(), isWhole);
        }

        private void write(String source, Set<String> around) {
            Matcher place = PLACE.matcher(source);
            int from = 0;
            while (place.find(from)) {
                int end = source.indexOf("-->", place.end());
                if (end < 0) {
                    break;
                }
                String id = id(source.substring(place.end(), source.charAt(end - 1) == '/' ? end - 1 : end));
                String text = texts.get(id);
                boolean fits = text != null
                        && !around.contains(id) // there WordPress ends, too
                        && around.size() < DEEPEST
                        && many < MOST_IN_A_POST
                        && length + text.length() <= BodyDraft.MAX_LENGTH;
                filled.append(source, from, fits ? place.start() : end + 3);
                if (text != null && fits) {
                    many++;
                    length += text.length();
                    write(text, Stream.concat(around.stream(), Stream.of(id)).collect(Collectors.toSet()));
                } else if (id.isEmpty() || tooMany.contains(id) || (text != null && !around.contains(id))) {
                    isWhole = false;
                } else if (text == null) {
                    missed++;
                }
                from = end + 3;
            }
            filled.append(source, from, source.length());
        }
    }

    /** The id that a block names; the empty one where it names none, or has words of the post's own in place of some of the block's. */
    private String id(String attributes) {
        try {
            JsonNode read = mapper.readTree(attributes);
            return read.path("content").isEmpty() ? read.path("ref").asText() : "";
        } catch (JsonProcessingException e) {
            return "";
        }
    }
}
