package dev.standfirst.shared.sql;

import com.fasterxml.jackson.core.JsonProcessingException;
import com.fasterxml.jackson.core.type.TypeReference;
import com.fasterxml.jackson.databind.ObjectMapper;
import com.fasterxml.jackson.databind.node.ObjectNode;
import dev.standfirst.shared.json.FreeFormText;
import java.sql.ResultSet;
import java.sql.SQLException;
import java.time.Instant;
import java.time.OffsetDateTime;
import java.util.Locale;
import java.util.Objects;
import java.util.UUID;
import org.jspecify.annotations.Nullable;

/** The current row of a result, read by the names of its columns. */
public final class Row {
    /** A data exception, of no kind that the standard names (SQLSTATE of SQL:2023, class 22): trying again does not mend it. */
    private static final String NOT_AS_WRITTEN = "22000";

    private final ResultSet result;
    private final ObjectMapper mapper;

    Row(ResultSet result, ObjectMapper mapper) {
        this.result = result;
        this.mapper = mapper;
    }

    public String text(String column) throws SQLException {
        return Objects.requireNonNull(result.getString(column), column);
    }

    public @Nullable String textOrNull(String column) throws SQLException {
        return result.getString(column);
    }

    public UUID uuid(String column) throws SQLException {
        return Objects.requireNonNull(result.getObject(column, UUID.class), column);
    }

    public @Nullable UUID uuidOrNull(String column) throws SQLException {
        return result.getObject(column, UUID.class);
    }

    public Instant instant(String column) throws SQLException {
        return Objects.requireNonNull(instantOrNull(column), column);
    }

    public @Nullable Instant instantOrNull(String column) throws SQLException {
        OffsetDateTime time = result.getObject(column, OffsetDateTime.class);
        return time == null ? null : time.toInstant();
    }

    public int integer(String column) throws SQLException {
        return result.getInt(column);
    }

    public @Nullable Integer integerOrNull(String column) throws SQLException {
        int value = result.getInt(column);
        return result.wasNull() ? null : value;
    }

    public long bigint(String column) throws SQLException {
        return result.getLong(column);
    }

    public @Nullable Long bigintOrNull(String column) throws SQLException {
        long value = result.getLong(column);
        return result.wasNull() ? null : value;
    }

    public byte @Nullable [] bytesOrNull(String column) throws SQLException {
        return result.getBytes(column);
    }

    public boolean flag(String column) throws SQLException {
        return result.getBoolean(column);
    }

    public <E extends Enum<E>> E constant(String column, Class<E> type) throws SQLException {
        return Enum.valueOf(type, text(column).toUpperCase(Locale.ROOT));
    }

    public <E extends Enum<E>> @Nullable E constantOrNull(String column, Class<E> type) throws SQLException {
        return textOrNull(column) == null ? null : constant(column, type);
    }

    /** Reads a column of JSON. */
    public <T> T json(String column, TypeReference<T> type) throws SQLException {
        try {
            return mapper.readValue(text(column), type);
        } catch (JsonProcessingException e) {
            throw new SQLException(
                    "The column " + column + " does not hold the JSON that this release writes", NOT_AS_WRITTEN, e);
        }
    }

    /** Reads a column of text that holds a JSON object of a caller's own. */
    public ObjectNode freeForm(String column) throws SQLException {
        return FreeFormText.read(text(column));
    }

    public @Nullable <T> T jsonOrNull(String column, TypeReference<T> type) throws SQLException {
        return textOrNull(column) == null ? null : json(column, type);
    }
}
