package dev.standfirst.delivery;

import dev.standfirst.shared.openapi.Contract;
import dev.standfirst.shared.openapi.Endpoint;
import dev.standfirst.shared.openapi.SharedHeader;
import dev.standfirst.shared.openapi.SharedParameter;
import io.quarkus.smallrye.openapi.OpenApiFilter;
import java.util.List;
import org.eclipse.microprofile.openapi.models.OpenAPI;
import org.jboss.jandex.IndexView;

/** The contract with everybody: what readers may see, and what the problem types mean. */
@OpenApiFilter(stages = OpenApiFilter.RunStage.BUILD, documentNames = "delivery")
public final class DeliveryContract extends Contract {

    public DeliveryContract(IndexView index) {
        super("delivery", index);
    }

    @Override
    protected boolean covers(String path) {
        return !path.startsWith("/v1/manage/");
    }

    @Override
    protected void introduce(OpenAPI document) {
        describe(
                document,
                "Standfirst delivery API",
                """
                What a website or an app needs of Standfirst, a headless CMS for news and magazine sites: the stories that are live now, and \
                who wrote them. It is public; there is nothing to log in to.

                Answers may be cached as `Cache-Control` says, and asked for again with `If-None-Match`.""");
    }

    @Override
    protected void complete(Endpoint endpoint) {
        endpoint.operation().setSecurity(List.of());
        if (!endpoint.path().startsWith("/v1/")) {
            return;
        }
        endpoint.mayAnswer(304);
        endpoint.takes(SharedParameter.IF_NONE_MATCH);
        endpoint.answersWith(SharedHeader.CACHE_CONTROL);
        endpoint.answersWith(SharedHeader.ETAG);
        if (endpoint.namesOne()) {
            endpoint.mayAnswer(308);
        }
    }
}
