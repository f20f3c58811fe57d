package dev.standfirst.transfer;

import com.fasterxml.jackson.core.JsonProcessingException;
import com.fasterxml.jackson.databind.ObjectMapper;
import com.fasterxml.jackson.databind.node.ObjectNode;
import dev.standfirst.redirect.SitePath;
import dev.standfirst.shared.json.Spelling;
import dev.standfirst.shared.media.HttpUrl;
import dev.standfirst.shared.text.Slug;
import java.io.IOException;
import java.time.Instant;
import java.util.ArrayDeque;
import java.util.ArrayList;
import java.util.HashMap;
import java.util.HashSet;
import java.util.List;
import java.util.Locale;
import java.util.Map;
import java.util.Optional;
import java.util.Queue;
import java.util.Set;
import java.util.stream.Collectors;
import java.util.stream.Stream;
import org.jspecify.annotations.Nullable;

/** A file of another system, as things of ours: whoever reads it says what each part of it makes. */
public abstract class ForeignFile implements ThingSource {
    private final ObjectMapper mapper;
    private final Queue<Said> said = new ArrayDeque<>();
    private final Set<String> remarked = new HashSet<>();
    private final Set<String> once = new HashSet<>();
    private final Map<String, String> owners = new HashMap<>();
    private List<Remark> remarks = new ArrayList<>();
    private String source;
    private @Nullable Said current;

    /**
     * Begins with a file.
     *
     * @param source what the other system is called where it names things
     */
    protected ForeignFile(ObjectMapper mapper, String source) {
        this.mapper = mapper;
        this.source = source;
    }

    private record Said(long line, ObjectNode thing) {}

    /** Reads on, and says what that makes, which may be nothing; returns whether there is more. */
    protected abstract boolean readOn() throws IOException;

    /** Says a thing, as a line of NDJSON would. */
    protected final void say(long line, ObjectNode thing) {
        said.add(new Said(line, thing));
    }

    /** Calls the other system something else from here on. */
    protected final void call(String otherSource) {
        source = otherSource;
    }

    /** Begins what a line of NDJSON would say. */
    protected final ObjectNode thing(String type, String id) {
        ObjectNode thing = mapper.createObjectNode().put("type", type);
        thing.set("externalRef", reference(id));
        return thing;
    }

    /** What a thing is called that the other system calls so. */
    protected final ObjectNode reference(String id) {
        return mapper.createObjectNode().put("source", source).put("id", id);
    }

    /** Whether something comes for the first time. */
    protected final boolean isFirst(String something) {
        return once.add(something);
    }

    /** Whether something belongs to a thing, to which it comes first. */
    private boolean isTheirs(String something, String id) {
        return id.equals(owners.computeIfAbsent(something, first -> id));
    }

    /** Gives a thing its slug, where it may be one here and no other of its kind in the file has it. */
    protected final ObjectNode slugged(ObjectNode thing, String slug) {
        String lower = slug.strip().toLowerCase(Locale.ROOT);
        String type = thing.path("type").asText();
        if (Slug.isValid(lower)
                && isTheirs(type + " slug " + lower, thing.at("/externalRef/id").asText())) {
            thing.put("slug", lower);
        }
        return thing;
    }

    /** Lets a path of the old site lead to an article; the path of the front page stays its own. */
    protected final void redirect(long line, String path, String article) {
        if (path.isEmpty() || path.equals("/")) {
            return;
        }
        try {
            if (!isTheirs(SitePath.of(path).compared(), article)) {
                remark(line, "The path ‘" + path + "’ belongs to an earlier post.");
                return;
            }
        } catch (IllegalArgumentException e) {
            remark(line, "The path ‘" + cut(path, 200) + "’ " + e.getMessage() + ".");
            return;
        }
        ObjectNode redirect = mapper.createObjectNode().put("type", "redirect").put("path", path);
        redirect.set("article", reference(article));
        say(line, redirect);
    }

    /** A picture, unless its address is none. */
    protected final Optional<ObjectNode> picture(long line, String url, String alt, String caption) {
        if (!HttpUrl.Validator.accepts(url)) {
            remark(line, "The address ‘" + cut(url, 200) + "’ is none of a picture.");
            return Optional.empty();
        }
        ObjectNode image = mapper.createObjectNode().put("url", url).put("alt", cut(alt, 1000));
        return Optional.of(caption.isEmpty() ? image : image.put("caption", cut(caption, 1000)));
    }

    /** The language of a tag as other systems write it; null where it is none. */
    protected static @Nullable String language(String tag) {
        return tag.matches("[a-z]{2,3}(-[A-Za-z]{2,4})?") ? tag : null;
    }

    /** Whether something can have been at a time. */
    protected static boolean isPossible(Instant time) {
        return !time.isBefore(Spelling.EARLIEST) && !time.isAfter(Spelling.LATEST);
    }

    protected final ObjectMapper mapper() {
        return mapper;
    }

    /** Remarks something, once each. */
    protected final void remark(long line, String detail) {
        if (remarked.add(detail)) {
            remarks.add(new Remark(line, detail));
        }
    }

    /** Tells of a post that is public, and does not say since when. */
    protected final void remarkUndated(long line, String post) {
        remark(line, "The post ‘" + post + "’ has no date that can be read: it is published with that of the import.");
    }

    /** A name without e-mail addresses; of one that has nothing else, what is before the at sign. */
    public static String withoutAddress(String name) {
        if (name.indexOf('@') < 0) {
            return name;
        }
        List<String> words = Stream.of(name.split("[\\s\\p{Z}<>(),;]+"))
                .filter(word -> !word.isEmpty())
                .toList();
        String others =
                words.stream().filter(word -> word.lastIndexOf('@') <= 0).collect(Collectors.joining(" "));
        if (!others.isEmpty() || words.isEmpty()) {
            return others;
        }
        return words.get(0).replaceFirst("^@+", "").replaceFirst("@.*", "");
    }

    /** The beginning of a text that is too long. */
    public static String cut(String text, int longest) {
        if (text.length() <= longest) {
            return text;
        }
        int end = Character.isHighSurrogate(text.charAt(longest - 2)) ? longest - 2 : longest - 1;
        return text.substring(0, end).stripTrailing() + "…";
    }

    @Override
    public final boolean next() throws IOException {
        while (said.isEmpty()) {
            if (!readOn()) {
                return false;
            }
        }
        current = said.remove();
        return true;
    }

    private Said current() {
        if (current == null) {
            throw new IllegalStateException("Nothing was read yet");
        }
        return current;
    }

    @Override
    public final long line() {
        return current().line();
    }

    @Override
    public final byte[] json() {
        try {
            return mapper.writeValueAsBytes(current().thing());
        } catch (JsonProcessingException e) {
            throw new IllegalStateException("What was made of objects can be written", e);
        }
    }

    @Override
    public final boolean isTooLong() {
        return false;
    }

    @Override
    public final List<Remark> remarks() {
        List<Remark> taken = remarks;
        remarks = new ArrayList<>();
        return taken;
    }
}
