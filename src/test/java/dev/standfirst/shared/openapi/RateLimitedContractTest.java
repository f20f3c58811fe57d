package dev.standfirst.shared.openapi;

import static org.assertj.core.api.Assertions.assertThat;

import dev.standfirst.shared.problem.Fault;
import dev.standfirst.shared.problem.Problem;
import dev.standfirst.shared.rate.ProbeRatesResource;
import java.io.IOException;
import java.util.List;
import java.util.Map;
import java.util.Objects;
import java.util.stream.Stream;
import org.eclipse.microprofile.openapi.OASFactory;
import org.eclipse.microprofile.openapi.models.OpenAPI;
import org.eclipse.microprofile.openapi.models.Operation;
import org.eclipse.microprofile.openapi.models.media.Schema;
import org.jboss.jandex.Index;
import org.jboss.jandex.IndexView;
import org.junit.jupiter.api.Test;

class RateLimitedContractTest {
    private static final String LIMITED = "/v1/probe-rates/{network}/{address}";
    private static final String FREE = "/v1/probe-rates/none";

    @Test
    void an_operation_with_limits_tells_of_them_in_the_contract() throws IOException {
        OpenAPI document = written();
        var limited = document.getPaths().getPathItem(LIMITED).getGET().getResponses();
        assertThat(limited.getAPIResponse("204").getHeaders()).containsOnlyKeys("RateLimit", "RateLimit-Policy");
        assertThat(limited.getAPIResponse("429").getRef()).isEqualTo("#/components/responses/TooManyRequests");
        assertThat(Objects.requireNonNull(
                                document.getComponents().getResponses().get("TooManyRequests"))
                        .getHeaders())
                .containsOnlyKeys("RateLimit", "RateLimit-Policy", "Retry-After");
        assertThat(document.getComponents().getHeaders()).containsKeys("RateLimit", "RateLimit-Policy", "Retry-After");
    }

    @Test
    void an_operation_without_limits_tells_of_none() throws IOException {
        var free = written().getPaths().getPathItem(FREE).getGET().getResponses();
        assertThat(free.getAPIResponses()).containsKey("204").doesNotContainKey("429");
        assertThat(free.getAPIResponse("204").getHeaders()).isNullOrEmpty();
    }

    /** Writes a contract of the tests' own resource. */
    private static OpenAPI written() throws IOException {
        OpenAPI document = OASFactory.createOpenAPI()
                .components(OASFactory.createComponents()
                        .schemas(Map.of("Problem", schema(Problem.class), "Fault", schema(Fault.class))))
                .paths(OASFactory.createPaths()
                        .addPathItem(LIMITED, OASFactory.createPathItem().GET(operation()))
                        .addPathItem(FREE, OASFactory.createPathItem().GET(operation())));
        new Whole(Index.of(ProbeRatesResource.class, Problem.class, Fault.class)).filterOpenAPI(document);
        return document;
    }

    private static Operation operation() {
        return OASFactory.createOperation().operationId("probe").responses(OASFactory.createAPIResponses());
    }

    private static Schema schema(Class<? extends Record> record) {
        Schema schema = OASFactory.createSchema();
        Stream.of(record.getRecordComponents())
                .forEach(component -> schema.addProperty(
                        component.getName(), OASFactory.createSchema().addType(Schema.SchemaType.STRING)));
        return schema;
    }

    /** A contract of all paths, with nothing of its own. */
    private static final class Whole extends Contract {
        Whole(IndexView index) {
            super(index);
        }

        @Override
        protected String audience() {
            return "everybody";
        }

        @Override
        protected boolean covers(String path) {
            return true;
        }

        @Override
        protected void introduce(OpenAPI document) {
            document.setTags(List.of());
        }

        @Override
        protected void complete(Endpoint endpoint, Parameters parameters, Answers answers) {}
    }
}
