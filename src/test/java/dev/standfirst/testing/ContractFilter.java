package dev.standfirst.testing;

import io.restassured.filter.Filter;
import io.restassured.filter.FilterContext;
import io.restassured.response.Response;
import io.restassured.specification.FilterableRequestSpecification;
import io.restassured.specification.FilterableResponseSpecification;
import java.net.URI;
import java.util.ArrayList;
import java.util.List;
import java.util.Set;

/**
 * Holds every exchange of a test against the contract: no status, header, media type or member that it does not know, and none that it
 * promises missing. Nor may the server accept what the contract forbids, or show readers the address of one of them.
 */
public final class ContractFilter implements Filter {
    /** Refusals that any request can meet before it comes to an operation; the contract names them once, at its head. */
    private static final Set<Integer> ANYWHERE = Set.of(405, 414, 431);

    /** What is no part of the contracts: the documents themselves, health, and the resources of tests. */
    private static final List<String> OUTSIDE = List.of("/openapi/", "/docs", "/q/", "/v1/probe");

    @Override
    public Response filter(
            FilterableRequestSpecification request, FilterableResponseSpecification expected, FilterContext context) {
        Response response = context.next(request, expected);
        List<String> faults = new ArrayList<>(faults(request, response));
        faults.addAll(
                PostedAddresses.faults(request, URI.create(request.getURI()).getPath(), response));
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
        String path = URI.create(request.getURI()).getPath();
        if (request.getMethod().equals("OPTIONS") || OUTSIDE.stream().anyMatch(path::startsWith)) {
            return List.of();
        }
        ContractDocument contract = ContractDocument.of(path);
        Exchange exchange = new Exchange(contract, request, response);
        return contract.operation(request.getMethod(), path)
                .filter(operation -> !ANYWHERE.contains(response.statusCode()))
                .map(exchange::faultsOf)
                .orElseGet(exchange::faultsOutside);
    }
}
