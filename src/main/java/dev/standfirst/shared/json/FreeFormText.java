package dev.standfirst.shared.json;

import com.fasterxml.jackson.core.JsonProcessingException;
import com.fasterxml.jackson.databind.ObjectReader;
import com.fasterxml.jackson.databind.json.JsonMapper;
import com.fasterxml.jackson.databind.node.ObjectNode;
import jakarta.persistence.AttributeConverter;
import jakarta.persistence.Converter;
import org.hibernate.annotations.Immutable;
import org.jspecify.annotations.Nullable;

/** Stores a {@link FreeForm} object with its members in their order and its numbers to the last digit. Nobody changes one in its place. */
@Converter
@Immutable
public final class FreeFormText implements AttributeConverter<ObjectNode, String> {
    private static final ObjectReader READER = JsonStyle.exact(new JsonMapper()).readerFor(ObjectNode.class);

    @Override
    public @Nullable String convertToDatabaseColumn(@Nullable ObjectNode object) {
        return object == null ? null : object.toString();
    }

    @Override
    public @Nullable ObjectNode convertToEntityAttribute(@Nullable String text) {
        return text == null ? null : read(text);
    }

    /** Reads what was stored. */
    public static ObjectNode read(String text) {
        try {
            return READER.readValue(text);
        } catch (JsonProcessingException e) {
            throw new IllegalStateException("The column is checked to hold a JSON object", e);
        }
    }
}
