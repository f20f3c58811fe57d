package dev.standfirst;

import static io.restassured.RestAssured.given;
import static org.assertj.core.api.Assertions.assertThat;

import com.fasterxml.jackson.databind.JsonNode;
import dev.standfirst.testing.ContractDocument;
import dev.standfirst.testing.ContractDocument.Operation;
import io.quarkus.test.junit.QuarkusTest;
import java.io.IOException;
import java.nio.charset.StandardCharsets;
import java.nio.file.Files;
import java.util.ArrayList;
import java.util.List;
import java.util.Map;
import java.util.Set;
import java.util.TreeSet;
import java.util.stream.Collectors;
import java.util.stream.Stream;
import java.util.stream.StreamSupport;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.MethodSource;

/** Looks at the contracts as they are committed, and whether they are those of this build. */
@QuarkusTest
class ContractTest {
    private static final String WRITE = "./mvnw test -Dtest=ContractTest#the_committed* -Dcontract.write";

    /** What both audiences may see. Whatever joins it is public from then on. */
    private static final Set<String> SHARED = Set.of(
            "CommentPolicy",
            "Count",
            "Fault",
            "Heading",
            "Image",
            "PageInfo",
            "Problem",
            "RedirectKind",
            "Relation",
            "Source",
            "TagKind",
            "TargetType");

    static List<ContractDocument> contracts() {
        return List.of(ContractDocument.DELIVERY, ContractDocument.MANAGEMENT);
    }

    @ParameterizedTest
    @MethodSource("contracts")
    void the_committed_contract_is_that_of_this_build(ContractDocument contract) throws IOException {
        String built = given().get("/openapi/" + contract.name() + ".yaml").asString();
        if (System.getProperty("contract.write") != null) {
            Files.writeString(contract.file(), built);
        }
        assertThat(contract.file())
                .as("if the change is meant, write it down with " + WRITE)
                .usingCharset(StandardCharsets.UTF_8)
                .hasContent(built);
    }

    @Test
    void no_schema_of_management_is_in_delivery() {
        Set<String> both = schemas(ContractDocument.DELIVERY);
        both.retainAll(schemas(ContractDocument.MANAGEMENT));
        assertThat(both).isSubsetOf(SHARED);
    }

    @ParameterizedTest
    @MethodSource("contracts")
    void every_reference_resolves_and_every_part_is_referred_to(ContractDocument contract) {
        Set<String> references = new TreeSet<>(contract.root().findValuesAsText("$ref"));
        assertThat(references)
                .allSatisfy(reference -> assertThat(
                                contract.root().at(reference.substring(1)).isMissingNode())
                        .as(reference)
                        .isFalse());
        for (String kind : List.of("headers", "parameters", "responses", "schemas")) {
            assertThat(contract.root().at("/components/" + kind).properties())
                    .extracting(part -> "#/components/" + kind + "/" + part.getKey())
                    .isSubsetOf(references);
        }
    }

    @ParameterizedTest
    @MethodSource("contracts")
    void it_is_written_in_json_schema_as_of_openapi_3_1(ContractDocument contract) {
        assertThat(contract.root().path("openapi").asText()).startsWith("3.1");
        assertThat(contract.root().findValues("nullable")).isEmpty();
        assertThat(contract.root().findValues("allOf"))
                .as("a schema made with allOf cannot be closed by its parts")
                .isEmpty();
        assertThat(schemas(contract))
                .as("two types of one simple name: the scanner counts them; give one another name")
                .noneMatch(name -> name.matches(".*\\d"));
    }

    @ParameterizedTest
    @MethodSource("contracts")
    void a_union_names_each_of_its_variants_as_that_names_itself(ContractDocument contract) {
        List<JsonNode> unions = contract.root().at("/components/schemas").findParents("discriminator");
        assertThat(unions).allSatisfy(union -> {
            String member = union.at("/discriminator/propertyName").asText();
            List<String> mapped = new ArrayList<>();
            union.at("/discriminator/mapping").properties().forEach(variant -> {
                String reference = variant.getValue().asText();
                JsonNode schema = contract.root().at(reference.substring(1));
                assertThat(schema.at("/properties/" + member + "/enum"))
                        .singleElement()
                        .extracting(JsonNode::asText)
                        .isEqualTo(variant.getKey());
                assertThat(schema.get("required").toString()).contains("\"" + member + "\"");
                mapped.add(reference);
            });
            assertThat(union.get("oneOf").findValuesAsText("$ref")).isEqualTo(mapped);
        });
    }

    @ParameterizedTest
    @MethodSource("contracts")
    void every_operation_says_what_it_is_for(ContractDocument contract) {
        assertThat(contract.operations()).isNotEmpty().allSatisfy(operation -> {
            assertThat(operation.node().path("operationId").asText()).matches("[a-z]+[A-Za-z]+");
            assertThat(operation.node().path("summary").asText()).isNotBlank();
            assertThat(operation.node().path("tags").size()).isEqualTo(1);
            assertThat(refusals(operation)).contains("400", "500", "503");
        });
    }

    @Test
    void every_operation_has_a_name_of_its_own() {
        assertThat(contracts().stream()
                        .flatMap(contract -> contract.operations().stream())
                        .map(Operation::id))
                .doesNotHaveDuplicates();
    }

    @Test
    void management_says_who_may_call_and_delivery_lets_everybody() {
        assertThat(ContractDocument.MANAGEMENT.operations())
                .allSatisfy(operation ->
                        assertThat(operation.node().path("x-roles").toString()).contains("\"admin\""))
                .allSatisfy(operation -> assertThat(refusals(operation)).contains("401", "403"));
        assertThat(ContractDocument.DELIVERY.operations()).allSatisfy(operation -> {
            String security = operation.node().get("security").toString();
            assertThat(security)
                    .isEqualTo(
                            switch (operation.id()) {
                                case "editComment", "deleteComment" -> "[{\"editToken\":[]}]";
                                case "createComment" -> "[{},{\"editToken\":[]}]";
                                default -> "[]";
                            });
        });
    }

    @ParameterizedTest
    @MethodSource("contracts")
    void every_parameter_is_described_and_has_limits(ContractDocument contract) {
        for (Operation operation : contract.operations()) {
            assertThat(parameters(contract, operation)).allSatisfy(parameter -> {
                String name = operation + " " + parameter.path("name").asText();
                assertThat(parameter.path("description").asText()).as(name).isNotBlank();
                if (!parameter.path("in").asText().equals("header")) {
                    assertThat(isLimited(parameter.get("schema"))).as(name).isTrue();
                }
            });
        }
    }

    private static boolean isLimited(JsonNode schema) {
        return schema.has("$ref")
                || Stream.of("maxLength", "pattern", "format", "enum", "maximum")
                        .anyMatch(schema::has)
                || schema.path("type").asText().equals("boolean");
    }

    @ParameterizedTest
    @MethodSource("contracts")
    void every_json_body_has_an_example_that_keeps_the_schema(ContractDocument contract) {
        List<String> missing = new ArrayList<>();
        List<String> broken = new ArrayList<>();
        List<String> places = new ArrayList<>();
        contract.operations().forEach(operation -> {
            places.add(operation.pointer() + "/requestBody/content");
            operation
                    .node()
                    .get("responses")
                    .fieldNames()
                    .forEachRemaining(status ->
                            places.add(contract.meant(operation.pointer() + "/responses/" + status) + "/content"));
        });
        for (String place : new TreeSet<>(places)) {
            contract.root().at(place).properties().stream()
                    .filter(media -> media.getKey().endsWith("json"))
                    .forEach(media -> {
                        String pointer = place + "/" + ContractDocument.escaped(media.getKey());
                        JsonNode example = media.getValue().get("example");
                        if (example == null) {
                            missing.add(pointer);
                        } else {
                            contract.faults(pointer + "/schema", example.toString())
                                    .forEach(fault -> broken.add(pointer + ": " + fault));
                        }
                    });
        }
        assertThat(broken).isEmpty();
        assertThat(missing).isEmpty();
    }

    private static Set<String> schemas(ContractDocument contract) {
        return contract.root().at("/components/schemas").properties().stream()
                .map(Map.Entry::getKey)
                .collect(Collectors.toCollection(TreeSet::new));
    }

    private static List<String> refusals(Operation operation) {
        List<String> statuses = new ArrayList<>();
        operation.node().get("responses").fieldNames().forEachRemaining(statuses::add);
        return statuses;
    }

    private static List<JsonNode> parameters(ContractDocument contract, Operation operation) {
        return StreamSupport.stream(operation.node().path("parameters").spliterator(), false)
                .map(parameter -> parameter.has("$ref")
                        ? contract.root().at(parameter.get("$ref").textValue().substring(1))
                        : parameter)
                .toList();
    }
}
