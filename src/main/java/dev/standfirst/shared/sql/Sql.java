package dev.standfirst.shared.sql;

import java.sql.PreparedStatement;
import java.sql.SQLException;
import java.time.Instant;
import java.time.ZoneOffset;
import java.util.ArrayList;
import java.util.Arrays;
import java.util.List;
import org.jspecify.annotations.Nullable;

/** A statement in the making: its text, and the values of its {@code ?} in order. Values never become part of the text. */
public final class Sql {
    private final StringBuilder text;
    private final List<@Nullable Object> values;

    private Sql(StringBuilder text, List<@Nullable Object> values) {
        this.text = text;
        this.values = values;
    }

    public static Sql of(String text, @Nullable Object... values) {
        return new Sql(new StringBuilder(text), new ArrayList<>(Arrays.asList(values)));
    }

    /** Appends more text on a new line. */
    public Sql then(String more, @Nullable Object... moreValues) {
        text.append('\n').append(more);
        values.addAll(Arrays.asList(moreValues));
        return this;
    }

    /** Appends another statement's text and values. */
    public Sql then(Sql more) {
        text.append('\n').append(more.text);
        values.addAll(more.values);
        return this;
    }

    /** Appends {@code and condition} where there is a value to compare with. */
    public Sql andIf(String condition, @Nullable Object value) {
        return value == null ? this : then("and " + condition, value);
    }

    String text() {
        return text.toString();
    }

    /** Gives a prepared statement the values. */
    void fill(PreparedStatement statement) throws SQLException {
        int place = 1;
        for (@Nullable Object value : values) {
            statement.setObject(place++, value instanceof Instant instant ? instant.atOffset(ZoneOffset.UTC) : value);
        }
    }
}
