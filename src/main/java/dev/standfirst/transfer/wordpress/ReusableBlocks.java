package dev.standfirst.transfer.wordpress;

import com.fasterxml.jackson.core.JsonProcessingException;
import com.fasterxml.jackson.databind.ObjectMapper;
import dev.standfirst.transfer.ForeignFile;
import java.util.HashMap;
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

    /** Up to how many characters a post is filled in. */
    private static final int LONGEST = 4 << 20;

    /** How many of them may lie in one another. */
    private static final int DEEPEST = 5;

    private static final Pattern PLACE = Pattern.compile("<!--\\s{1,9}wp:block\\s{1,9}(?=\\{)");

    private final ObjectMapper mapper;
    private final Map<String, String> texts = new HashMap<>();
    private int kept;

    ReusableBlocks(ObjectMapper mapper) {
        this.mapper = mapper;
    }

    /** Adds an item of the site, if it is such a block and public. */
    void add(Element item) {
        String text = item.text("content:encoded");
        if (item.text("wp:post_type").equals("wp_block")
                && item.text("wp:status").equals("publish")
                && item.text("wp:post_password").isEmpty()
                && !item.text("wp:post_id").isBlank()
                && !text.isBlank()
                && text.length() <= MOST - kept) {
            kept += text.length();
            texts.put(ForeignFile.cut(item.text("wp:post_id").strip(), 200), text);
        }
    }

    /** The body of a post with the blocks in it. One that is not known stays a block without text. */
    String fill(String source) {
        if (texts.isEmpty()) {
            return source;
        }
        StringBuilder filled = new StringBuilder();
        write(source, Set.of(), filled);
        return filled.toString();
    }

    private void write(String source, Set<String> around, StringBuilder filled) {
        Matcher place = PLACE.matcher(source);
        int from = 0;
        while (place.find(from)) {
            int end = source.indexOf("/-->", place.end());
            if (end < 0) {
                break;
            }
            String id = id(source.substring(place.end(), end));
            String text = around.contains(id) || around.size() == DEEPEST ? null : texts.get(id);
            if (text != null && filled.length() + text.length() <= LONGEST) {
                filled.append(source, from, place.start());
                write(text, Stream.concat(around.stream(), Stream.of(id)).collect(Collectors.toSet()), filled);
            } else {
                filled.append(source, from, end + 4);
            }
            from = end + 4;
        }
        filled.append(source, from, source.length());
    }

    /** The id that a block names; the empty one where it names none. */
    private String id(String attributes) {
        try {
            return mapper.readTree(attributes).path("ref").asText();
        } catch (JsonProcessingException e) {
            return "";
        }
    }
}
