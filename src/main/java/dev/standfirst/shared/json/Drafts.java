package dev.standfirst.shared.json;

import com.fasterxml.jackson.core.JsonFactory;
import com.fasterxml.jackson.core.JsonLocation;
import com.fasterxml.jackson.core.JsonProcessingException;
import com.fasterxml.jackson.core.StreamReadConstraints;
import com.fasterxml.jackson.core.StreamReadFeature;
import com.fasterxml.jackson.core.exc.StreamConstraintsException;
import com.fasterxml.jackson.databind.DeserializationFeature;
import com.fasterxml.jackson.databind.JsonNode;
import com.fasterxml.jackson.databind.ObjectMapper;
import com.fasterxml.jackson.databind.ObjectReader;
import com.fasterxml.jackson.databind.node.ObjectNode;
import dev.standfirst.shared.problem.Fault;
import dev.standfirst.shared.problem.ProblemException;
import dev.standfirst.shared.problem.RequestProblem;
import jakarta.inject.Singleton;
import jakarta.validation.ConstraintViolation;
import jakarta.validation.ElementKind;
import jakarta.validation.Path;
import jakarta.validation.Validator;
import java.io.IOException;
import java.io.InputStream;
import java.nio.ByteBuffer;
import java.nio.charset.CharacterCodingException;
import java.nio.charset.StandardCharsets;
import java.util.ArrayList;
import java.util.Comparator;
import java.util.List;
import java.util.Locale;
import java.util.regex.Pattern;

/**
 * Reads what callers send into records: first the reading, then the validating, each reporting all of its faults at once.
 *
 * <p>POST, PUT and PATCH share it: a PATCH is merged into the JSON of the current state, and the result is read as if it had been sent
 * whole.
 */
@Singleton
public class Drafts {
    /** How Jackson's messages name a second place: with the name of its own setting in it. */
    private static final Pattern OTHER_PLACE = Pattern.compile("\\[Source: .*?; line: (\\d+), column: (\\d+)]");

    /** Where Jackson's messages name its own settings and classes: of use to nobody who sends a text. */
    private static final Pattern OWN_NAME =
            Pattern.compile("(: (enable|not allowed as per)| \\(bound as) `[^`]*`(\\)| to allow)?");

    /** What stands for bytes that are no UTF-8; a text may have it as well. */
    private static final char REPLACEMENT = '\uFFFD';

    /** The most tokens of a text: each takes some hundred bytes of memory, however few it has of the text. */
    private static final int MOST_TOKENS = 500_000;

    private final ObjectMapper mapper;
    private final ObjectReader strict;
    private final Validator validator;

    Drafts(ObjectMapper mapper, Validator validator) {
        this.mapper = mapper;
        this.validator = validator;
        JsonFactory bounded = JsonFactory.builder()
                .streamReadConstraints(StreamReadConstraints.builder()
                        .maxTokenCount(MOST_TOKENS)
                        .build())
                .build();
        this.strict = mapper.copyWith(bounded)
                .readerFor(JsonNode.class)
                .with(DeserializationFeature.FAIL_ON_TRAILING_TOKENS)
                .with(StreamReadFeature.STRICT_DUPLICATE_DETECTION);
    }

    JsonNode parse(InputStream body) {
        try {
            return parse(text(body.readAllBytes()));
        } catch (IOException e) { // the caller went away
            throw RequestProblem.BAD_REQUEST.because("The body broke off.");
        }
    }

    /** Parses well-formed JSON; fails with {@code malformed-json}. */
    public JsonNode parse(String text) {
        try {
            JsonNode node = strict.readValue(text);
            if (node == null || node.isMissingNode()) {
                throw malformed("is empty");
            }
            return node;
        } catch (NumberFormatException e) {
            throw malformed("has a number with an exponent that cannot be read");
        } catch (StreamConstraintsException e) {
            throw malformed("is nested more than " + StreamReadConstraints.DEFAULT_MAX_DEPTH
                    + " levels deep, has more than " + MOST_TOKENS
                    + " tokens, or has a number or a name that is too long");
        } catch (JsonProcessingException e) {
            JsonLocation place = e.getLocation();
            String at = place == null ? "" : " at line %d, column %d".formatted(place.getLineNr(), place.getColumnNr());
            throw malformed("is not JSON" + at + why(e));
        }
    }

    private static String why(JsonProcessingException e) {
        String message = OTHER_PLACE.matcher(e.getOriginalMessage()).replaceAll("line $1, column $2");
        String why = OWN_NAME.matcher(message).replaceAll("");
        return why.contains("Feature") ? "" : ": " + why;
    }

    /** Reads UTF-8, the only encoding of JSON between systems (RFC 8259, section 8.1); fails with {@code malformed-json} where it is none. */
    public static String text(byte[] bytes) {
        String text = new String(bytes, StandardCharsets.UTF_8);
        if (text.indexOf(REPLACEMENT) < 0) { // several times faster than a decoder that reports
            return text;
        }
        try {
            return StandardCharsets.UTF_8
                    .newDecoder()
                    .decode(ByteBuffer.wrap(bytes))
                    .toString();
        } catch (CharacterCodingException e) {
            throw malformed("is not UTF-8");
        }
    }

    private static ProblemException malformed(String detail) {
        return RequestProblem.MALFORMED_JSON
                .because("The body " + detail)
                .with(RequestProblem.MALFORMED_JSON.at("#", detail));
    }

    /** Returns the record with the patch applied, read and validated as if it had been sent whole. */
    public <R extends Record> R patched(R current, MergePatch<R> patch, Class<R> type) {
        RecordReader reader = new RecordReader();
        reader.refuseUnknownNulls("#", patch.changes(), type);
        return read(reader, patch.applyTo(mapper.<ObjectNode>valueToTree(current)), type);
    }

    /** Reads and validates a record; fails with all faults of the phase that met any. */
    public <R extends Record> R read(JsonNode node, Class<R> type) {
        return read(new RecordReader(), node, type);
    }

    private <R extends Record> R read(RecordReader reader, JsonNode node, Class<R> type) {
        Object value = reader.read("#", node, type);
        if (!reader.faults().isEmpty() || value == null) {
            boolean unreadable = reader.faults().stream().anyMatch(Drafts::isUnreadable);
            throw ProblemException.of(
                    reader.faults(),
                    unreadable ? RequestProblem.UNREADABLE_REQUEST : RequestProblem.UNACCEPTABLE_REQUEST);
        }
        return validated(type.cast(value));
    }

    /** Returns the record if it keeps the rules written on its components; fails with {@code validation-failed}. */
    public <R extends Record> R validated(R draft) {
        List<Fault> faults = new ArrayList<>();
        for (ConstraintViolation<R> violation : validator.validate(draft)) {
            faults.add(new Fault(
                    pointer(violation.getPropertyPath()), null, null, code(violation), violation.getMessage()));
        }
        if (!faults.isEmpty()) {
            faults.sort(Comparator.comparing(fault -> String.valueOf(fault.pointer())));
            throw ProblemException.of(faults, RequestProblem.VALIDATION_FAILED);
        }
        return draft;
    }

    private static boolean isUnreadable(Fault fault) {
        return !fault.code().equals(RequestProblem.MISSING_OFFSET.slug())
                && !fault.code().equals(RequestProblem.INVALID_CHARACTER.slug());
    }

    /** Writes a path of Bean Validation as a JSON pointer: {@code tags[2].<list element>} is {@code #/tags/2}. */
    private static String pointer(Path path) {
        StringBuilder pointer = new StringBuilder("#");
        for (Path.Node node : path) {
            if (node.isInIterable() && node.getIndex() != null) {
                pointer.append('/').append(node.getIndex());
            }
            if (node.getKind() == ElementKind.PROPERTY) {
                pointer.append('/').append(node.getName());
            }
        }
        return pointer.toString();
    }

    /** The code of a fault: the name of the broken constraint, {@code not-blank} for {@code @NotBlank}. */
    private static String code(ConstraintViolation<?> violation) {
        String name = violation
                .getConstraintDescriptor()
                .getAnnotation()
                .annotationType()
                .getSimpleName();
        return name.replaceAll("(?<=[a-z])(?=[A-Z])", "-").toLowerCase(Locale.ROOT);
    }
}
