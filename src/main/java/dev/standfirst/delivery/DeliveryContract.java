package dev.standfirst.delivery;

import dev.standfirst.shared.http.PubliclyCached;
import dev.standfirst.shared.openapi.Answers;
import dev.standfirst.shared.openapi.Contract;
import dev.standfirst.shared.openapi.Endpoint;
import dev.standfirst.shared.openapi.Parameters;
import dev.standfirst.shared.openapi.SharedHeader;
import dev.standfirst.shared.openapi.SharedParameter;
import io.quarkus.smallrye.openapi.OpenApiFilter;
import java.util.List;
import org.eclipse.microprofile.openapi.OASFilter;
import org.eclipse.microprofile.openapi.models.OpenAPI;
import org.jboss.jandex.IndexView;

/** The contract with everybody: what readers may see, and what the problem types mean. */
@OpenApiFilter(stages = OpenApiFilter.RunStage.BUILD, documentNames = OpenApiFilter.DEFAULT_DOCUMENT_NAME)
public final class DeliveryContract extends Contract implements OASFilter {

    public DeliveryContract(IndexView index) {
        super(index);
    }

    @Override
    protected boolean covers(String path) {
        return !path.startsWith("/v1/manage/");
    }

    @Override
    protected void introduce(OpenAPI document) {
        describe(document, "Standfirst delivery API", """
                What a website or an app needs of Standfirst, a headless CMS for news and magazine sites: the stories \
                that are live now, and who wrote them. It is public; there is nothing to log in to.

                Answers may be kept as `Cache-Control` says, and asked for again with `If-None-Match`.""");
    }

    @Override
    protected void complete(Endpoint endpoint, Parameters parameters, Answers answers) {
        endpoint.operation().setSecurity(List.of());
        if (endpoint.isList()) {
            endpoint.describe("Walk the list by `page.next`, until that is null.");
        }
        if (endpoint.annotation(PubliclyCached.class).isEmpty()) {
            endpoint.describe("Public.");
            return;
        }
        parameters.add(SharedParameter.IF_NONE_MATCH);
        answers.add(304);
        answers.addHeader(SharedHeader.CACHE_CONTROL);
        answers.addHeader(SharedHeader.ETAG);
        if (endpoint.namesOne()) {
            endpoint.describe("An old slug is answered with a redirect to the address by id, with the same query.");
            answers.add(308);
        }
        if (endpoint.path().endsWith("}")) { // it is the one thing itself, and not a list below it
            answers.addHeader(SharedHeader.LAST_MODIFIED);
        }
    }
}
