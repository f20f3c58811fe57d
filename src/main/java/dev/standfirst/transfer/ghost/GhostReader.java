package dev.standfirst.transfer.ghost;

import com.fasterxml.jackson.core.JsonLocation;
import com.fasterxml.jackson.core.JsonParser;
import com.fasterxml.jackson.core.JsonProcessingException;
import com.fasterxml.jackson.core.JsonStreamContext;
import com.fasterxml.jackson.core.JsonToken;
import com.fasterxml.jackson.core.exc.StreamConstraintsException;
import com.fasterxml.jackson.databind.JsonNode;
import com.fasterxml.jackson.databind.ObjectMapper;
import com.fasterxml.jackson.databind.node.ObjectNode;
import dev.standfirst.transfer.BrokenFileException;
import java.io.Closeable;
import java.io.IOException;
import java.io.InputStream;
import java.util.Set;
import org.jspecify.annotations.Nullable;

/** Goes through the rows of some tables of a file, with one of them in memory. */
final class GhostReader implements Closeable {
    /** More columns than any table of Ghost has; those behind are passed over. */
    private static final int MOST_COLUMNS = 200;

    /** How many characters a row may have; columns that would make it more are passed over. */
    private static final long LONGEST = 32L << 20;

    private final ObjectMapper mapper;
    private final JsonParser json;
    private final Set<String> tables;
    private @Nullable String table;

    /**
     * Begins to read.
     *
     * @param tables the tables that are wanted; the others are passed over
     */
    GhostReader(ObjectMapper mapper, InputStream file, Set<String> tables) throws IOException {
        this.mapper = mapper;
        this.json = mapper.getFactory().createParser(file);
        this.tables = tables;
        try {
            toData();
        } catch (JsonProcessingException e) {
            throw broken(e);
        }
    }

    /** A row of a table. */
    record Row(String table, long line, ObjectNode columns) {}

    /** Goes to the tables, which stand in {@code data}, which stands in the first element of {@code db}, or by itself. */
    private void toData() throws IOException {
        if (json.nextToken() == JsonToken.START_OBJECT) {
            while (json.nextToken() == JsonToken.FIELD_NAME) {
                String name = json.currentName();
                JsonToken value = json.nextToken();
                if (name.equals("data") && value == JsonToken.START_OBJECT) {
                    return;
                }
                if (name.equals("db") && value == JsonToken.START_ARRAY) {
                    json.nextToken();
                } else {
                    json.skipChildren();
                }
            }
        }
        throw new BrokenFileException("The file is no export of Ghost: it has no object data, by itself or in db.");
    }

    /** Reads the next row; null at the end. */
    @Nullable
    Row next() throws IOException {
        try {
            while (true) {
                if (table == null) {
                    if (json.nextToken() != JsonToken.FIELD_NAME) {
                        toEnd();
                        return null;
                    }
                    String name = json.currentName();
                    JsonToken rows = json.nextToken();
                    if (rows != JsonToken.START_ARRAY && name.equals("posts")) { // before anything of it is in
                        throw new BrokenFileException("The file is no export of Ghost: its posts are no list.");
                    }
                    if (rows == JsonToken.START_ARRAY && tables.contains(name)) {
                        table = name;
                    } else {
                        json.skipChildren();
                    }
                } else if (json.nextToken() == JsonToken.START_OBJECT) {
                    long line = json.currentTokenLocation().getLineNr();
                    return new Row(table, line, row());
                } else if (json.currentToken() == JsonToken.END_ARRAY) {
                    table = null;
                } else {
                    json.skipChildren();
                }
            }
        } catch (JsonProcessingException e) {
            throw broken(e);
        }
    }

    /** Goes to the end of the file, so that nothing behind the tables is passed over untold. */
    private void toEnd() throws IOException {
        boolean isOver = false;
        for (JsonToken token = json.nextToken(); token != null; token = json.nextToken()) {
            JsonStreamContext around = json.getParsingContext().getParent();
            boolean isAnother = token == JsonToken.START_OBJECT && around != null && around.inArray();
            if (isOver || (isAnother && "db".equals(around.getParent().getCurrentName()))) {
                throw new BrokenFileException(
                        "The file is more than one export of Ghost, or something stands behind it.");
            }
            isOver = json.getParsingContext().inRoot();
        }
    }

    /** Reads the columns of a row. They are texts and numbers; whatever has parts is none: an empty object stands for it, however long it is. */
    private ObjectNode row() throws IOException {
        ObjectNode row = mapper.createObjectNode();
        long size = 0;
        while (json.nextToken() == JsonToken.FIELD_NAME) {
            String name = json.currentName();
            boolean isText = json.nextToken().isScalarValue();
            long length = isText ? json.getTextLength() : 0;
            if (row.size() < MOST_COLUMNS && size + length <= LONGEST) {
                size += length;
                JsonNode value = isText ? json.readValueAsTree() : mapper.createObjectNode();
                row.set(name, value);
            }
            json.skipChildren();
        }
        return row;
    }

    /** Without the message, which may quote the file. */
    private BrokenFileException broken(JsonProcessingException e) {
        JsonLocation place = e.getLocation() == null ? json.currentLocation() : e.getLocation();
        String at = "on line " + place.getLineNr() + " in column " + place.getColumnNr();
        return new BrokenFileException(
                e instanceof StreamConstraintsException
                        ? "Something in the file is too long, or too deep, " + at + "."
                        : "The file breaks off, or is no JSON, " + at + ".");
    }

    @Override
    public void close() throws IOException {
        json.close();
    }
}
