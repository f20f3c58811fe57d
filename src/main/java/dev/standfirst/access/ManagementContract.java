package dev.standfirst.access;

import dev.standfirst.shared.idempotency.SafeToRepeat;
import dev.standfirst.shared.openapi.Answers;
import dev.standfirst.shared.openapi.Contract;
import dev.standfirst.shared.openapi.Endpoint;
import dev.standfirst.shared.openapi.Parameters;
import dev.standfirst.shared.openapi.SharedHeader;
import io.quarkus.security.PermissionsAllowed;
import io.quarkus.smallrye.openapi.OpenApiFilter;
import java.util.List;
import org.eclipse.microprofile.openapi.OASFactory;
import org.eclipse.microprofile.openapi.OASFilter;
import org.eclipse.microprofile.openapi.models.OpenAPI;
import org.eclipse.microprofile.openapi.models.security.SecurityScheme;
import org.jboss.jandex.IndexView;

/** The contract with those who have a key: everything below {@code /v1/manage}. */
@OpenApiFilter(stages = OpenApiFilter.RunStage.BUILD, documentNames = "management")
public final class ManagementContract extends Contract implements OASFilter {
    private static final String SCHEME = "key";

    public ManagementContract(IndexView index) {
        super(index);
    }

    @Override
    protected String audience() {
        return "management";
    }

    @Override
    protected boolean covers(String path) {
        return path.startsWith("/v1/manage/");
    }

    @Override
    protected void introduce(OpenAPI document) {
        describe(document, "Standfirst management API", """
                The desk's side of Standfirst, a headless CMS for news and magazine sites: everything is seen, drafts \
                included, and everything is written. Send a key as `Authorization: Bearer sf_…`; `x-roles` names the \
                roles that may call an operation. Where the server knows the site's own identity provider (OpenID Connect), \
                send a token of that in the same way: its groups say which role you have. Too many keys or tokens that do \
                not work are answered with 429, those that do never are.

                A change says in `If-Match` which version it was made from: send the `ETag` of the last answer. \
                A POST that carries an `Idempotency-Key` can be sent again without a second effect.""");
        document.setSecurity(List.of(OASFactory.createSecurityRequirement().addScheme(SCHEME)));
        document.setComponents(
                OASFactory.createComponents()
                        .addSecurityScheme(
                                SCHEME,
                                OASFactory.createSecurityScheme()
                                        .type(SecurityScheme.Type.HTTP)
                                        .scheme("bearer")
                                        .bearerFormat("sf_…")
                                        .description(
                                                "A key, as `POST /v1/manage/keys` creates it, or a JWT of the identity provider")));
    }

    @Override
    protected void complete(Endpoint endpoint, Parameters parameters, Answers answers) {
        String permission = endpoint.annotation(PermissionsAllowed.class)
                .orElseThrow(() -> new IllegalStateException(endpoint + " needs @PermissionsAllowed"))
                .value()
                .asStringArray()[0];
        List<String> roles =
                Role.having(permission).stream().map(Role::toString).toList();
        endpoint.operation().addExtension("x-roles", roles);
        endpoint.describe("Needs the permission " + permission + ", which these roles have: " + String.join(", ", roles)
                + "."
                + (permission.equals(Permission.WRITE_ARTICLES)
                        ? " What is published, or becomes it, needs " + Permission.PUBLISH_ARTICLES + " as well."
                        : ""));
        answers.add(401, 403, 429, 503);
        if (endpoint.isWrite() && endpoint.annotation(SafeToRepeat.class).isEmpty()) {
            answers.add(409);
        }
        answers.addHeader(SharedHeader.CACHE_CONTROL);
        if (endpoint.isVersioned()) {
            answers.addHeader(SharedHeader.ETAG);
        }
    }
}
