package dev.standfirst.delivery;

import dev.standfirst.comment.TakesEditToken;
import dev.standfirst.shared.http.PubliclyCached;
import dev.standfirst.shared.openapi.Answers;
import dev.standfirst.shared.openapi.Contract;
import dev.standfirst.shared.openapi.Endpoint;
import dev.standfirst.shared.openapi.Parameters;
import dev.standfirst.shared.openapi.SharedHeader;
import dev.standfirst.shared.openapi.SharedParameter;
import io.quarkus.smallrye.openapi.OpenApiFilter;
import java.util.List;
import org.eclipse.microprofile.openapi.OASFactory;
import org.eclipse.microprofile.openapi.OASFilter;
import org.eclipse.microprofile.openapi.models.OpenAPI;
import org.eclipse.microprofile.openapi.models.security.SecurityRequirement;
import org.eclipse.microprofile.openapi.models.security.SecurityScheme;
import org.jboss.jandex.AnnotationInstance;
import org.jboss.jandex.IndexView;

/** The contract with everybody: what readers may see, and what the problem types mean. */
@OpenApiFilter(stages = OpenApiFilter.RunStage.BUILD, documentNames = OpenApiFilter.DEFAULT_DOCUMENT_NAME)
public final class DeliveryContract extends Contract implements OASFilter {

    private static final String SCHEME = "editToken";

    public DeliveryContract(IndexView index) {
        super(index);
    }

    @Override
    protected String audience() {
        return "delivery";
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

                Answers may be kept as `Cache-Control` says, and asked for again with `If-None-Match`. Readers leave \
                comments without an account, and change their own for a while with the edit token that they get; a page that \
                shows them theirs asks for the comments with `cache: "no-cache"`, and may still be given what a CDN kept.

                Web pages of any origin may call it, without credentials (CORS): the headers `Authorization`, `Content-Type`, \
                `Idempotency-Key` and `If-None-Match` may be sent, and `ETag`, `Link`, `Location`, `Retry-After`, \
                `RateLimit`, `RateLimit-Policy` and `Idempotency-Replayed` can be read.""");
        document.setComponents(OASFactory.createComponents()
                .addSecurityScheme(
                        SCHEME,
                        OASFactory.createSecurityScheme()
                                .type(SecurityScheme.Type.HTTP)
                                .scheme("bearer")
                                .bearerFormat("ct_…")
                                .description("The edit token of a comment, as `POST …/comments` gives it")));
    }

    @Override
    protected void complete(Endpoint endpoint, Parameters parameters, Answers answers) {
        endpoint.operation().setSecurity(List.of());
        if (endpoint.path().contains("{ref}")) {
            endpoint.describe("An old slug is answered with a redirect to the address by id, with the same query.");
            answers.add(308);
        }
        endpoint.annotation(TakesEditToken.class).ifPresent(token -> takeToken(endpoint, answers, token));
        if (endpoint.isList()) {
            endpoint.describe("Walk the list by `page.next`, until that is null.");
        }
        if (endpoint.annotation(PubliclyCached.class).isEmpty()) {
            if (endpoint.operation().getDescription() == null) {
                endpoint.describe("Public.");
            }
            answers.addHeader(SharedHeader.CACHE_CONTROL);
            return;
        }
        parameters.add(SharedParameter.IF_NONE_MATCH);
        answers.add(304);
        answers.addHeader(SharedHeader.CACHE_CONTROL);
        answers.addHeader(SharedHeader.ETAG);
        if (endpoint.path().endsWith("{ref}")) { // it is the one thing itself, and not a list below it
            answers.addHeader(SharedHeader.LAST_MODIFIED);
        }
    }

    private static void takeToken(Endpoint endpoint, Answers answers, AnnotationInstance token) {
        SecurityRequirement with = OASFactory.createSecurityRequirement().addScheme(SCHEME);
        boolean required =
                token.value("required") == null || token.value("required").asBoolean();
        endpoint.operation()
                .setSecurity(required ? List.of(with) : List.of(OASFactory.createSecurityRequirement(), with));
        if (required) {
            answers.add(401, 403);
        }
    }
}
