package dev.standfirst.shared.json;

import com.fasterxml.jackson.core.JsonProcessingException;
import com.fasterxml.jackson.core.type.TypeReference;
import com.fasterxml.jackson.databind.ObjectMapper;
import com.fasterxml.jackson.databind.ObjectReader;
import com.fasterxml.jackson.databind.ObjectWriter;
import com.fasterxml.jackson.databind.json.JsonMapper;

/**
 * Writes values of one type as JSON and reads them, for entities that keep a list in a column of JSON: they have it as text. In a list Hibernate
 * would look for each element among all, to see whether it is still the same: for fifty thousand that takes a minute.
 *
 * @param <T> the type
 */
public final class JsonText<T> {
    private static final ObjectMapper MAPPER = new JsonMapper();

    private final ObjectWriter writer;
    private final ObjectReader reader;

    public JsonText(TypeReference<T> type) {
        writer = MAPPER.writerFor(type);
        reader = MAPPER.readerFor(type);
    }

    public String write(T value) {
        try {
            return writer.writeValueAsString(value);
        } catch (JsonProcessingException e) {
            throw new IllegalStateException("Each of our records has a JSON form", e);
        }
    }

    public T read(String text) {
        try {
            return reader.readValue(text);
        } catch (JsonProcessingException e) {
            throw new IllegalStateException("The column holds what was written of this type", e);
        }
    }
}
