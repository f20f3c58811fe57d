package dev.standfirst.testing;

import com.fasterxml.jackson.databind.JsonNode;
import com.fasterxml.jackson.databind.node.ObjectNode;
import com.fasterxml.jackson.dataformat.yaml.YAMLMapper;
import com.networknt.schema.InputFormat;
import com.networknt.schema.SchemaLocation;
import com.networknt.schema.SchemaRegistry;
import com.networknt.schema.SchemaRegistryConfig;
import com.networknt.schema.SpecificationVersion;
import java.io.IOException;
import java.io.UncheckedIOException;
import java.nio.file.Path;
import java.util.Comparator;
import java.util.List;
import java.util.Locale;
import java.util.Map;
import java.util.Optional;
import java.util.stream.Stream;

/**
 * A contract as it is committed, and as tests hold the server to it: with every object closed, so that a member too many is a fault though
 * the contract itself leaves room for more.
 */
public final class ContractDocument {
    private static final YAMLMapper YAML = new YAMLMapper();

    /** The contract with everybody. */
    public static final ContractDocument DELIVERY = new ContractDocument("delivery");

    /** The contract with those who have a key. */
    public static final ContractDocument MANAGEMENT = new ContractDocument("management");

    private final String name;
    private final JsonNode root;
    private final SchemaRegistry schemas;

    private ContractDocument(String name) {
        this.name = name;
        try {
            this.root = YAML.readTree(file().toFile());
        } catch (IOException e) {
            throw new UncheckedIOException(e);
        }
        JsonNode closed = root.deepCopy();
        close(closed);
        this.schemas = SchemaRegistry.withDefaultDialect(
                SpecificationVersion.DRAFT_2020_12,
                registry -> registry.schemas(Map.of(address(), closed.toString()))
                        .schemaRegistryConfig(SchemaRegistryConfig.builder()
                                .formatAssertionsEnabled(true)
                                .build()));
    }

    /** The contract that a path belongs to. */
    static ContractDocument of(String path) {
        return path.startsWith("/v1/manage/") ? MANAGEMENT : DELIVERY;
    }

    public String name() {
        return name;
    }

    /** Where it is committed. */
    public Path file() {
        return Path.of("openapi", name + ".yaml");
    }

    public JsonNode root() {
        return root;
    }

    /** One operation. */
    public record Operation(String verb, String path, JsonNode node) {

        /** Its place in the document, as a JSON pointer. */
        public String pointer() {
            return "/paths/" + escaped(path) + "/" + verb;
        }

        public String id() {
            return node.path("operationId").asText();
        }

        @Override
        public String toString() {
            return verb.toUpperCase(Locale.ROOT) + " " + path;
        }
    }

    /** All operations, in the order of the document. */
    public List<Operation> operations() {
        return root.get("paths").properties().stream()
                .flatMap(path -> path.getValue().properties().stream()
                        .map(operation -> new Operation(operation.getKey(), path.getKey(), operation.getValue())))
                .toList();
    }

    /** Finds the operation that answers a request; HEAD is answered by GET. */
    Optional<Operation> operation(String method, String path) {
        String verb = method.equals("HEAD") ? "get" : method.toLowerCase(Locale.ROOT);
        return operations().stream()
                .filter(operation -> operation.verb().equals(verb) && matches(operation.path(), path))
                .min(Comparator.comparing(operation -> operation.path().contains("{")));
    }

    private static boolean matches(String template, String path) {
        return path.matches(Stream.of(template.split("/", -1))
                .map(segment -> segment.startsWith("{") ? "[^/]+" : segment.replace(".", "\\."))
                .reduce((a, b) -> a + "/" + b)
                .orElseThrow());
    }

    /** Follows a reference, if the node is one, and returns the pointer of what it means. */
    public String meant(String pointer) {
        JsonNode ref = root.at(pointer).path("$ref");
        return ref.isTextual() ? meant(ref.textValue().substring(1)) : pointer;
    }

    /** Says what is wrong with a JSON text, by the closed schema at a pointer. */
    public List<String> faults(String pointer, String json) {
        return schemas
                .getSchema(SchemaLocation.of(
                        address() + "#" + pointer.replace("{", "%7B").replace("}", "%7D")))
                .validate(json, InputFormat.JSON)
                .stream()
                .map(error -> error.toString())
                .toList();
    }

    private String address() {
        return "https://contract.test/" + name;
    }

    /** A segment of a JSON pointer (RFC 6901). */
    public static String escaped(String segment) {
        return segment.replace("~", "~0").replace("/", "~1");
    }

    private static void close(JsonNode node) {
        if (node.path("properties").isObject() && !node.has("additionalProperties")) {
            ((ObjectNode) node).put("additionalProperties", false);
        }
        node.forEach(ContractDocument::close);
    }
}
