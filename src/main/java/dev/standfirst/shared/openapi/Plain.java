package dev.standfirst.shared.openapi;

import java.math.BigDecimal;
import java.util.ArrayList;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Locale;
import java.util.Map;
import java.util.stream.Stream;
import org.eclipse.microprofile.openapi.OASFactory;
import org.eclipse.microprofile.openapi.models.media.Schema;
import org.eclipse.microprofile.openapi.models.media.Schema.SchemaType;
import org.jspecify.annotations.Nullable;

/** Copies a scanned schema, and mends on the way what the scanner cannot know of this house. */
final class Plain {
    private Plain() {}

    static Schema of(Schema scanned) {
        Schema schema = OASFactory.createSchema();
        schema.setAll(new LinkedHashMap<>(scanned.getAll()));
        if (scanned.getType() != null) {
            schema.setType(new ArrayList<>(scanned.getType()));
        }
        String ref = scanned.getRef();
        if (ref != null) {
            schema.setType(null); // the scanner repeats it beside the reference
            standsFor(schema, ref.substring(ref.lastIndexOf('/') + 1));
        }
        if (schema.getAllOf() != null && schema.getAllOf().size() == 2) {
            refersWithDefault(schema, schema.getAllOf());
        }
        if (schema.getItems() != null) {
            schema.setItems(of(schema.getItems()));
        }
        if (schema.getOneOf() != null) {
            schema.setOneOf(schema.getOneOf().stream().map(Plain::of).toList());
        }
        if (schema.getProperties() != null) {
            Map<String, Schema> properties = new LinkedHashMap<>();
            schema.getProperties().forEach((name, property) -> properties.put(name, of(property)));
            schema.setProperties(properties);
        }
        if (schema.getAdditionalPropertiesSchema() != null) {
            schema.setAdditionalPropertiesSchema(of(schema.getAdditionalPropertiesSchema()));
        }
        mendFormat(schema);
        mendValues(schema);
        return schema;
    }

    /** The schemas that a schema is made of. */
    static Stream<Schema> children(Schema schema) {
        return Stream.of(
                        Stream.ofNullable(schema.getItems()),
                        Stream.ofNullable(schema.getOneOf()).flatMap(List::stream),
                        Stream.ofNullable(schema.getProperties()).flatMap(all -> all.values().stream()),
                        Stream.ofNullable(schema.getAdditionalPropertiesSchema()))
                .flatMap(children -> children);
    }

    /** Writes out the types that are a word of JSON Schema, or any JSON. */
    private static void standsFor(Schema schema, String name) {
        switch (name) {
            case "UUID" -> text(schema, "uuid");
            case "Instant" -> text(schema, "date-time");
            case "ObjectNode" -> {
                schema.setRef(null);
                schema.addType(SchemaType.OBJECT)
                        .setAdditionalPropertiesSchema(OASFactory.createSchema().booleanSchema(true));
            }
            case "JsonNode" -> schema.setRef(null);
            default -> {}
        }
    }

    private static void text(Schema schema, String format) {
        schema.setRef(null);
        schema.addType(SchemaType.STRING).setFormat(format);
    }

    /** Takes away what the scanner adds to UUIDs and times of its own: the format says it all. */
    private static void mendFormat(Schema schema) {
        if ("uuid".equals(schema.getFormat())) {
            schema.setPattern(null);
        } else if ("date-time".equals(schema.getFormat())) {
            schema.setExamples(null);
        }
    }

    /** Writes {@code allOf: [$ref, default]} as OpenAPI 3.1 can: a reference with a default beside it. */
    private static void refersWithDefault(Schema schema, List<Schema> both) {
        schema.setAllOf(null);
        schema.setRef(both.get(0).getRef());
        schema.setDefaultValue(both.get(1).getDefaultValue());
    }

    private static void mendValues(Schema schema) {
        if (schema.getEnumeration() != null) {
            schema.setEnumeration(
                    schema.getEnumeration().stream().map(Plain::spelled).toList());
        }
        if (schema.getDefaultValue() instanceof String text && schema.getType() != null) {
            schema.setDefaultValue(value(text, schema.getType()));
        }
        String pattern = schema.getPattern();
        if (pattern != null && !pattern.startsWith("^") && !pattern.equals("\\S")) {
            schema.setPattern("^(" + pattern + ")$"); // Bean Validation matches the whole, JSON Schema any part
        }
    }

    private static @Nullable Object spelled(@Nullable Object constant) {
        return constant instanceof String name && name.matches("[A-Z][A-Z0-9_]*")
                ? name.toLowerCase(Locale.ROOT).replace('_', '-')
                : constant;
    }

    private static Object value(String text, List<SchemaType> types) {
        if (types.contains(SchemaType.INTEGER)) {
            return new BigDecimal(text);
        }
        return types.contains(SchemaType.BOOLEAN) ? (Object) Boolean.valueOf(text) : text;
    }
}
