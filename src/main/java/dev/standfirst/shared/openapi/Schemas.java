package dev.standfirst.shared.openapi;

import java.util.HashMap;
import java.util.HashSet;
import java.util.List;
import java.util.Map;
import java.util.Set;
import java.util.TreeMap;
import java.util.stream.Stream;
import org.eclipse.microprofile.openapi.OASFactory;
import org.eclipse.microprofile.openapi.models.media.Discriminator;
import org.eclipse.microprofile.openapi.models.media.Schema;
import org.eclipse.microprofile.openapi.models.media.Schema.SchemaType;
import org.jboss.jandex.Type;
import org.jspecify.annotations.Nullable;

/**
 * The schemas of one document, made of the records that its operations send and receive.
 *
 * <p>A record that goes both ways may need two schemas, for what is always in an answer may be left out of a request: then {@code Image}
 * is what is sent and {@code ImageDraft} what is received. The body of a PATCH is a schema of its own, in which nothing is required.
 */
final class Schemas {
    private static final String PREFIX = "#/components/schemas/";

    private final Records records;
    private final Map<String, Schema> scanned;
    private final Map<String, Schema> sent = new HashMap<>();
    private final Map<String, Schema> received = new HashMap<>();
    private final Set<String> split = new HashSet<>();
    /** The drafts of merge patches that are members of something, by the names of the patches' schemas. */
    private final Map<String, String> patches = new HashMap<>();

    private final Map<String, Schema> written = new TreeMap<>();

    Schemas(Records records, Map<String, Schema> scanned) {
        this.records = records;
        this.scanned = scanned;
    }

    /** Takes in a record that answers are made of, and all that it is made of. */
    void send(Type type) {
        take(type, sent, Records.Direction.SENT);
    }

    /** Takes in a record that requests are made of, and all that it is made of. */
    void receive(Type type) {
        take(type, received, Records.Direction.RECEIVED);
    }

    private void take(Type type, Map<String, Schema> taken, Records.Direction direction) {
        records.parts(type).forEach(part -> {
            String name = part.schemaName();
            if (!taken.containsKey(name)) {
                Schema schema = known(scanned, name);
                taken.put(
                        name,
                        part.isEnum()
                                ? Plain.of(schema)
                                : part.isUnion() ? union(part, schema) : object(part, schema, direction));
            }
        });
    }

    /** Writes a sealed interface: one of its records, which the discriminator names. */
    private static Schema union(Records.Part part, Schema scanned) {
        Schema union = OASFactory.createSchema().description(scanned.getDescription());
        Discriminator discriminator = OASFactory.createDiscriminator().propertyName(part.discriminator());
        part.variants().forEach((name, variant) -> {
            union.addOneOf(OASFactory.createSchema().ref(variant.schemaName()));
            discriminator.addMapping(name, PREFIX + variant.schemaName());
        });
        return union.discriminator(discriminator);
    }

    private Schema object(Records.Part part, Schema scanned, Records.Direction direction) {
        Schema object = OASFactory.createSchema().addType(SchemaType.OBJECT).description(scanned.getDescription());
        part.union()
                .ifPresent(union -> object.addProperty(union.discriminator(), named(part, union))
                        .addRequired(union.discriminator()));
        part.members().forEach(member -> {
            Schema property = Plain.of(known(scanned.getProperties(), member.name()));
            member.patched().ifPresent(draft -> {
                String patch = patchName(draft);
                patches.put(patch, draft);
                property.setRef(patch);
            });
            object.addProperty(member.name(), member.isNullable(direction) ? orNull(property) : property);
            if (member.isRequired(direction)) {
                object.addRequired(member.name());
            }
        });
        return object;
    }

    /** Writes the member that says which of the records of a union this is. */
    private static Schema named(Records.Part part, Records.Part union) {
        Schema name = OASFactory.createSchema().addType(SchemaType.STRING);
        union.variants().forEach((variant, record) -> {
            if (record.schemaName().equals(part.schemaName())) {
                name.addEnumeration(variant);
            }
        });
        return name;
    }

    private static Schema orNull(Schema schema) {
        if (schema.getRef() == null && schema.getType() == null) { // any JSON: null is part of it
            return schema;
        }
        if (schema.getRef() == null && schema.getEnumeration() == null) {
            return schema.addType(SchemaType.NULL);
        }
        String description = schema.getDescription();
        schema.setDescription(null);
        return OASFactory.createSchema()
                .description(description)
                .oneOf(List.of(schema, OASFactory.createSchema().addType(SchemaType.NULL)));
    }

    /** Decides which records need two schemas. Call it when all were taken in. */
    void settle() {
        List<String> more;
        do {
            more = received.keySet().stream()
                    .filter(name -> !split.contains(name) && differs(name))
                    .toList();
            split.addAll(more);
        } while (!more.isEmpty());
        split.forEach(name -> received.put(name + "Draft", known(received, name)));
        received.values().stream().flatMap(Schemas::all).forEach(this::rename);
    }

    private boolean differs(String name) {
        Schema schema = known(received, name);
        return sent.containsKey(name)
                && (!schema.equals(sent.get(name)) || references(schema).anyMatch(split::contains));
    }

    private void rename(Schema schema) {
        String name = name(schema);
        if (name != null && split.contains(name)) {
            schema.setRef(name + "Draft");
        }
    }

    /** Writes what a draft may be, and returns a reference to it. */
    Schema writeReceived(Type draft) {
        Schema reference = reference(draft);
        references(reference).forEach(name -> write(name, received));
        return reference;
    }

    /** Writes what a merge patch of a draft may be, and returns a reference to it. */
    Schema writePatch(Type draft) {
        return OASFactory.createSchema().ref(patch(String.valueOf(name(reference(draft)))));
    }

    private Schema reference(Type draft) {
        Schema reference =
                OASFactory.createSchema().ref(records.parts(draft).get(0).schemaName());
        rename(reference);
        return reference;
    }

    /** Writes what answers of the type are made of. */
    void writeSent(Type type) {
        writeSent(OASFactory.createSchema().ref(records.parts(type).get(0).schemaName()));
    }

    /** Writes a schema of an answer or a parameter, and returns it as it stands there. */
    Schema writeSent(Schema schema) {
        Schema plain = Plain.of(schema);
        references(plain).forEach(name -> write(name, sent));
        return plain;
    }

    private void write(String name, Map<String, Schema> taken) {
        if (patches.containsKey(name)) {
            patch(patches.get(name));
        } else if (!written.containsKey(name)) {
            Schema schema = taken.containsKey(name) ? known(taken, name) : Plain.of(known(scanned, name));
            written.put(name, schema);
            references(schema).forEach(part -> write(part, taken));
        }
    }

    /** Writes what a merge patch (RFC 7396) of a draft may be, and returns its name. */
    private String patch(String draft) {
        String name = patchName(draft);
        if (!written.containsKey(name)) {
            Schema patch = OASFactory.createSchema()
                    .addType(SchemaType.OBJECT)
                    .description(
                            "A merge patch (RFC 7396): what is left out stays, null removes, objects are merged, arrays are replaced whole");
            written.put(name, patch);
            known(received, draft).getProperties().forEach((member, schema) -> {
                Schema copy = Plain.of(schema);
                Stream.concat(
                                Stream.of(copy),
                                Stream.ofNullable(copy.getOneOf()).flatMap(List::stream))
                        .filter(this::isRecord)
                        .forEach(part -> part.setRef(patch(String.valueOf(name(part)))));
                patch.addProperty(member, copy);
            });
            references(patch).forEach(part -> write(part, received));
        }
        return name;
    }

    private static String patchName(String draft) {
        return draft.replaceFirst("(Draft|Changes)$", "") + "Patch";
    }

    private boolean isRecord(Schema schema) {
        String name = name(schema);
        return name != null && known(received, name).getProperties() != null;
    }

    /** All that were written. */
    Map<String, Schema> written() {
        return written;
    }

    private static Stream<String> references(Schema schema) {
        return all(schema).map(Schemas::name).flatMap(Stream::ofNullable);
    }

    private static Stream<Schema> all(Schema schema) {
        return Stream.concat(Stream.of(schema), Plain.children(schema).flatMap(Schemas::all));
    }

    private static Schema known(Map<String, Schema> schemas, String name) {
        Schema schema = schemas.get(name);
        if (schema == null) {
            throw new IllegalStateException("The scanner found no schema " + name + "; @Schema on the record shows it");
        }
        return schema;
    }

    private static @Nullable String name(Schema schema) {
        String ref = schema.getRef();
        return ref == null ? null : ref.substring(PREFIX.length());
    }
}
