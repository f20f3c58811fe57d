package dev.standfirst.transfer;

import com.fasterxml.jackson.core.JsonProcessingException;
import com.fasterxml.jackson.databind.ObjectMapper;
import com.fasterxml.jackson.databind.node.ObjectNode;
import java.io.IOException;
import java.util.ArrayDeque;
import java.util.ArrayList;
import java.util.HashSet;
import java.util.List;
import java.util.Queue;
import java.util.Set;
import org.jspecify.annotations.Nullable;

/** A file of another system, as things of ours: whoever reads it says what each part of it makes. */
public abstract class ForeignFile implements ThingSource {
    private final ObjectMapper mapper;
    private final Queue<Said> said = new ArrayDeque<>();
    private final Set<String> remarked = new HashSet<>();
    private List<Remark> remarks = new ArrayList<>();
    private @Nullable Said current;

    protected ForeignFile(ObjectMapper mapper) {
        this.mapper = mapper;
    }

    private record Said(long line, ObjectNode thing) {}

    /** Reads on, and says what that makes, which may be nothing; returns whether there is more. */
    protected abstract boolean readOn() throws IOException;

    /** Says a thing, as a line of NDJSON would. */
    protected final void say(long line, ObjectNode thing) {
        said.add(new Said(line, thing));
    }

    /** Begins what a line of NDJSON would say. */
    protected final ObjectNode thing(String type, String source, String id) {
        ObjectNode thing = mapper.createObjectNode().put("type", type);
        thing.set("externalRef", reference(source, id));
        return thing;
    }

    /** What a thing of this system is called. */
    protected final ObjectNode reference(String source, String id) {
        return mapper.createObjectNode().put("source", source).put("id", id);
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
