package dev.standfirst.transfer;

import com.fasterxml.jackson.databind.JsonNode;
import com.fasterxml.jackson.databind.node.ObjectNode;
import dev.standfirst.article.ExternalRef;
import dev.standfirst.shared.json.Drafts;
import dev.standfirst.shared.json.Spelling;
import dev.standfirst.shared.problem.Fault;
import dev.standfirst.shared.problem.ProblemException;
import dev.standfirst.shared.problem.RequestProblem;
import jakarta.inject.Singleton;
import java.nio.ByteBuffer;
import java.nio.charset.StandardCharsets;
import java.security.MessageDigest;
import java.security.NoSuchAlgorithmException;
import java.util.ArrayList;
import java.util.List;
import java.util.Optional;
import java.util.UUID;
import java.util.stream.Collectors;
import java.util.stream.Stream;
import org.jspecify.annotations.Nullable;

/** Reads what a line is about. */
@Singleton
final class LineParser {
    private static final String KNOWN = Stream.of(ThingType.values())
            .filter(type -> type != ThingType.STORED)
            .map(Spelling::of)
            .collect(Collectors.joining(", "));

    private final Drafts drafts;
    private final SchemaVersion schema;

    LineParser(Drafts drafts, SchemaVersion schema) {
        this.drafts = drafts;
        this.schema = schema;
    }

    /**
     * Reads a line of a file.
     *
     * @param restore whether its rows are meant, and not its draft
     * @param isFirst whether nothing of the file came before it: what is restored says first of which version it is
     * @return nothing, where the line has nothing for that
     * @throws ProblemException if it is no JSON object, or does not say what it is about
     */
    Optional<Line> parse(long number, byte[] bytes, boolean restore, boolean isFirst) {
        String text = Drafts.text(bytes);
        ObjectNode fields = object(text);
        String type = fields.path("type").asText();
        if (restore && (isFirst || type.equals("export"))) {
            requireSameSchema(type, fields.path("schema").asText());
        }
        if (type.equals("export") || type.equals("gone")) {
            return Optional.empty();
        }
        if (restore) {
            return Optional.of(rows(number, text, hash(bytes), fields.path("stored")));
        }
        return type.equals(Spelling.of(ThingType.STORED))
                ? Optional.empty()
                : Optional.of(parse(number, text, hash(bytes), fields));
    }

    private void requireSameSchema(String type, String version) {
        if (!type.equals("export")) {
            throw ImportProblem.OTHER_SCHEMA
                    .because("What is restored says first of which version it is, in a line of type export.")
                    .with(ImportProblem.OTHER_SCHEMA.at("#/type", "must be export in the first line"));
        }
        if (!version.equals(schema.text())) {
            throw ImportProblem.OTHER_SCHEMA
                    .because("The database of the export has the version " + version + ", and this one " + schema.text()
                            + ".")
                    .with(ImportProblem.OTHER_SCHEMA.at("#/schema", "is another version than that of this instance"));
        }
    }

    private static Line rows(long number, String text, UUID hash, JsonNode stored) {
        if (!(stored instanceof ObjectNode rows)) {
            throw fault(
                    ImportProblem.NOT_RESTORED, "#/stored", "must be there: a restoration writes rows of an export");
        }
        return new Line(number, text, hash, ThingType.STORED, null, "stored/" + number, List.of(), rows, null);
    }

    private ObjectNode object(String text) {
        if (drafts.parse(text) instanceof ObjectNode fields) {
            return fields;
        }
        throw fault(ImportProblem.UNKNOWN_TYPE, "#", "must be an object with a type");
    }

    /**
     * Reads a line that is about a thing.
     *
     * @throws ProblemException if it is no JSON object, or does not say what it is about
     */
    Line parse(long number, String text) {
        return parse(number, text, hash(text.getBytes(StandardCharsets.UTF_8)), object(text));
    }

    private Line parse(long number, String text, UUID hash, ObjectNode fields) {
        fields.remove("stored");
        JsonNode named = fields.remove("type");
        ThingType type = Spelling.constant(named == null ? "" : named.asText(), ThingType.class)
                .filter(known -> known != ThingType.STORED)
                .orElseThrow(() -> fault(ImportProblem.UNKNOWN_TYPE, "#/type", "must be one of " + KNOWN));
        ExternalRef external = external(fields);
        if (type != ThingType.ARTICLE) { // the draft of which has a member for it
            fields.remove("externalRef");
        }
        List<Reference> called = called(type, external, fields);
        return new Line(number, text, hash, type, external, self(type, called, fields), called, fields, null);
    }

    private @Nullable ExternalRef external(ObjectNode fields) {
        JsonNode external = fields.path("externalRef");
        if (!external.isObject()) {
            return null; // what else it may be is for the reader of drafts to refuse
        }
        try {
            return drafts.read(external, ExternalRef.class);
        } catch (ProblemException e) {
            throw ProblemException.of(
                    e.faults().stream()
                            .map(fault -> below("externalRef", fault))
                            .toList(),
                    e.type());
        }
    }

    private static Fault below(String member, Fault fault) {
        String pointer = "#/" + member + String.valueOf(fault.pointer()).substring(1);
        return new Fault(pointer, null, null, fault.code(), fault.detail());
    }

    private static List<Reference> called(ThingType type, @Nullable ExternalRef external, ObjectNode fields) {
        List<Reference> called = new ArrayList<>();
        if (external != null) {
            called.add(Reference.to(type, external));
        }
        if (fields.path("slug").isTextual()) {
            Reference named = Reference.to(type, fields.path("slug").textValue());
            if (!named.isStorable()) {
                throw ProblemException.of(
                        List.of(RequestProblem.unstorable("#/slug")), RequestProblem.UNACCEPTABLE_REQUEST);
            }
            called.add(named);
        }
        return called;
    }

    private static String self(ThingType type, List<Reference> called, ObjectNode fields) {
        return switch (type) {
            case REDIRECT -> "redirect/" + fields.path("path").asText();
            case RELATED ->
                "related/"
                        + NamedThings.of(type, fields.deepCopy().retain("article")).stream()
                                .findFirst()
                                .map(Reference::key)
                                .orElse("");
            default ->
                called.stream()
                        .findFirst()
                        .orElseThrow(() -> fault(
                                ImportProblem.NAMELESS,
                                "#",
                                "needs an externalRef"
                                        + (type == ThingType.COMMENT ? "" : " or a slug")
                                        + ", or it would be new each time"))
                        .key();
        };
    }

    private static ProblemException fault(ImportProblem problem, String pointer, String detail) {
        return ProblemException.of(List.of(problem.at(pointer, detail)), problem);
    }

    private static UUID hash(byte[] text) {
        try {
            ByteBuffer hash =
                    ByteBuffer.wrap(MessageDigest.getInstance("SHA-256").digest(text));
            return new UUID(hash.getLong(), hash.getLong());
        } catch (NoSuchAlgorithmException e) {
            throw new IllegalStateException("Every Java platform has SHA-256", e);
        }
    }
}
