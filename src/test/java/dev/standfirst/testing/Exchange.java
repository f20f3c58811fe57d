package dev.standfirst.testing;

import io.restassured.response.Response;
import io.restassured.specification.FilterableRequestSpecification;
import java.net.URI;
import java.net.URLDecoder;
import java.nio.charset.StandardCharsets;
import java.util.ArrayList;
import java.util.List;
import java.util.Locale;
import java.util.stream.Stream;
import java.util.stream.StreamSupport;
import org.jspecify.annotations.Nullable;

/** A request and its answer, held against a contract. */
final class Exchange {
    private static final String PROBLEM = "application/problem+json";
    private static final String NDJSON = "application/x-ndjson";

    private final ContractDocument contract;
    private final FilterableRequestSpecification request;
    private final Response response;
    private final List<String> faults = new ArrayList<>();

    Exchange(ContractDocument contract, FilterableRequestSpecification request, Response response) {
        this.contract = contract;
        this.request = request;
        this.response = response;
    }

    /** Says what is wrong where the contract has no such operation, or the request never came to it: only a refusal is right. */
    List<String> faultsOutside() {
        if (response.statusCode() < 400) {
            faults.add("the contract has no such operation");
        } else if (!PROBLEM.equals(mediaType(response.contentType()))) {
            faults.add("it is no problem, but " + response.contentType());
        } else if (!isHead()) {
            faults.addAll(contract.faults("/components/schemas/Problem", response.asString()));
        }
        return faults;
    }

    /** Says what is wrong with the exchange as one of the operation. */
    List<String> faultsOf(ContractDocument.Operation operation) {
        String declared = operation.pointer() + "/responses/" + response.statusCode();
        if (contract.root().at(declared).isMissingNode()) {
            faults.add("the status is not in the contract");
            return faults;
        }
        checkAnswer(contract.meant(declared));
        if (response.statusCode() / 100 == 2) {
            checkQuery(operation);
            checkRequest(operation);
        }
        return faults;
    }

    private void checkAnswer(String answer) {
        contract.root().at(answer).path("headers").fieldNames().forEachRemaining(header -> {
            String meant = contract.meant(answer + "/headers/" + header);
            boolean required = contract.root().at(meant).path("required").asBoolean();
            if (required && !response.headers().hasHeaderWithName(header)) {
                faults.add("the header " + header + " is missing");
            }
        });
        if (!isHead() && contract.root().at(answer).has("content")) {
            checkBody(answer + "/content", response.contentType(), body(response));
        } else if (response.asByteArray().length > 0) {
            faults.add("there should be no body");
        }
    }

    private void checkQuery(ContractDocument.Operation operation) {
        List<String> known = StreamSupport.stream(
                        operation.node().path("parameters").spliterator(), false)
                .map(parameter -> parameter.path("name").asText())
                .toList();
        Stream.ofNullable(URI.create(request.getURI()).getRawQuery())
                .flatMap(query -> Stream.of(query.split("&")))
                .map(pair -> URLDecoder.decode(pair.replaceFirst("=.*", ""), StandardCharsets.UTF_8))
                .filter(name -> !name.isEmpty() && !known.contains(name))
                .forEach(name -> faults.add("the parameter " + name + " is accepted, but not in the contract"));
    }

    private void checkRequest(ContractDocument.Operation operation) {
        Object body = request.getBody();
        boolean isFile = NDJSON.equals(mediaType(response.contentType())); // each thing of which is refused alone
        if (body != null && !isFile) {
            String text = body instanceof byte[] bytes ? new String(bytes, StandardCharsets.UTF_8) : body.toString();
            checkBody(operation.pointer() + "/requestBody/content", request.getContentType(), text);
        }
    }

    private void checkBody(String content, @Nullable String type, String body) {
        for (var known : contract.root().at(content).properties()) {
            if (mediaType(known.getKey()).equals(mediaType(type))) {
                if (mediaType(type).endsWith("json")) {
                    faults.addAll(contract.faults(
                            content + "/" + ContractDocument.escaped(known.getKey()) + "/schema", body));
                }
                return;
            }
        }
        faults.add("a body of the type " + type + " is not in the contract");
    }

    private boolean isHead() {
        return request.getMethod().equals("HEAD");
    }

    /** The body as one JSON document: the contract describes lines as the elements of an array. */
    static String body(Response response) {
        return NDJSON.equals(mediaType(response.contentType()))
                ? "[" + String.join(",", response.asString().split("\n")) + "]"
                : response.asString();
    }

    private static String mediaType(@Nullable String type) {
        return type == null ? "" : type.replaceFirst(";.*", "").trim().toLowerCase(Locale.ROOT);
    }
}
