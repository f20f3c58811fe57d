package dev.standfirst.testing;

import com.fasterxml.jackson.databind.JsonNode;
import io.restassured.filter.Filter;
import io.restassured.filter.FilterContext;
import io.restassured.response.Response;
import io.restassured.specification.FilterableRequestSpecification;
import io.restassured.specification.FilterableResponseSpecification;
import java.net.URI;
import java.net.URLDecoder;
import java.nio.charset.StandardCharsets;
import java.util.ArrayList;
import java.util.List;
import java.util.Locale;
import java.util.Set;
import java.util.stream.Stream;
import java.util.stream.StreamSupport;
import org.jspecify.annotations.Nullable;

/**
 * Holds every exchange of a test against the contract: no status, header, media type or member that it does not know, and none that it
 * promises missing. Nor may the server accept what the contract forbids.
 */
public final class ContractFilter implements Filter {
    /** Refusals that any request can meet before it comes to an operation; the contract names them once, at its head. */
    private static final Set<Integer> ANYWHERE = Set.of(405, 414, 431);

    /** What is no part of the contracts: the documents themselves, health, and the resources of tests. */
    private static final List<String> OUTSIDE = List.of("/openapi/", "/docs", "/q/", "/v1/probe/");

    private static final String PROBLEM = "application/problem+json";

    @Override
    public Response filter(
            FilterableRequestSpecification request, FilterableResponseSpecification expected, FilterContext context) {
        Response response = context.next(request, expected);
        List<String> faults = faults(request, response);
        if (!faults.isEmpty()) {
            throw new AssertionError("%s %s answered %d, against the contract:%n- %s%n%s"
                    .formatted(
                            request.getMethod(),
                            request.getURI(),
                            response.statusCode(),
                            String.join("\n- ", faults),
                            response.asString()));
        }
        return response;
    }

    private static List<String> faults(FilterableRequestSpecification request, Response response) {
        URI uri = URI.create(request.getURI());
        String path = uri.getPath();
        if (request.getMethod().equals("OPTIONS") || OUTSIDE.stream().anyMatch(path::startsWith)) {
            return List.of();
        }
        ContractDocument contract = ContractDocument.of(path);
        var operation = contract.operation(request.getMethod(), path);
        if (operation.isEmpty() || ANYWHERE.contains(response.statusCode())) {
            return response.statusCode() < 400
                    ? List.of("the contract has no such operation")
                    : problem(request, response);
        }
        List<String> faults = new ArrayList<>();
        checkAnswer(contract, operation.get(), request, response, faults);
        if (response.statusCode() / 100 == 2) {
            checkQuery(contract, operation.get(), uri.getRawQuery(), faults);
            checkRequest(contract, operation.get(), request, faults);
        }
        return faults;
    }

    private static List<String> problem(FilterableRequestSpecification request, Response response) {
        if (!PROBLEM.equals(mediaType(response.contentType()))) {
            return List.of("it is no problem, but " + response.contentType());
        }
        return request.getMethod().equals("HEAD")
                ? List.of()
                : ContractDocument.DELIVERY.faults("/components/schemas/Problem", response.asString());
    }

    private static void checkAnswer(
            ContractDocument contract,
            ContractDocument.Operation operation,
            FilterableRequestSpecification request,
            Response response,
            List<String> faults) {
        String pointer = operation.pointer() + "/responses/" + response.statusCode();
        if (contract.root().at(pointer).isMissingNode()) {
            faults.add("the status is not in the contract");
            return;
        }
        String answer = contract.meant(pointer);
        contract.root().at(answer).path("headers").properties().forEach(header -> {
            String meant = contract.meant(answer + "/headers/" + header.getKey());
            if (contract.root().at(meant).path("required").asBoolean() && !response.headers().hasHeaderWithName(header.getKey())) {
                faults.add("the header " + header.getKey() + " is missing");
            }
        });
        boolean hasContent = contract.root().at(answer).has("content");
        if (request.getMethod().equals("HEAD") || !hasContent) {
            if (response.asByteArray().length > 0) {
                faults.add("there should be no body");
            }
            return;
        }
        checkBody(contract, answer + "/content", response.contentType(), response.asString(), faults);
    }

    private static void checkRequest(
            ContractDocument contract,
            ContractDocument.Operation operation,
            FilterableRequestSpecification request,
            List<String> faults) {
        Object body = request.getBody();
        if (body != null) {
            String text = body instanceof byte[] bytes ? new String(bytes, StandardCharsets.UTF_8) : body.toString();
            checkBody(contract, operation.pointer() + "/requestBody/content", request.getContentType(), text, faults);
        }
    }

    private static void checkBody(
            ContractDocument contract, String content, @Nullable String type, String body, List<String> faults) {
        for (String known : (Iterable<String>) contract.root().at(content)::fieldNames) {
            if (mediaType(known).equals(mediaType(type))) {
                if (mediaType(known).endsWith("json")) {
                    faults.addAll(contract.faults(content + "/" + ContractDocument.escaped(known) + "/schema", body));
                }
                return;
            }
        }
        faults.add("a body of the type " + type + " is not in the contract");
    }

    private static void checkQuery(
            ContractDocument contract, ContractDocument.Operation operation, @Nullable String query, List<String> faults) {
        List<String> known = StreamSupport.stream(operation.node().path("parameters").spliterator(), false)
                .map(parameter -> parameter.path("name").asText())
                .toList();
        Stream.ofNullable(query)
                .flatMap(all -> Stream.of(all.split("&")))
                .map(pair -> URLDecoder.decode(pair.replaceFirst("=.*", ""), StandardCharsets.UTF_8))
                .filter(name -> !name.isEmpty() && !known.contains(name))
                .forEach(name -> faults.add("the parameter " + name + " is accepted, but not in the contract"));
    }

    private static String mediaType(@Nullable String type) {
        return type == null ? "" : type.replaceFirst(";.*", "").trim().toLowerCase(Locale.ROOT);
    }
}
