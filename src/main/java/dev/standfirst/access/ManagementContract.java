package dev.standfirst.access;

import dev.standfirst.shared.openapi.Contract;
import dev.standfirst.shared.openapi.Endpoint;
import dev.standfirst.shared.openapi.SharedHeader;
import io.quarkus.security.PermissionsAllowed;
import io.quarkus.smallrye.openapi.OpenApiFilter;
import java.util.List;
import org.eclipse.microprofile.openapi.OASFactory;
import org.eclipse.microprofile.openapi.models.OpenAPI;
import org.eclipse.microprofile.openapi.models.security.SecurityScheme;
import org.jboss.jandex.IndexView;

/** The contract with those who have a key: everything below {@code /v1/manage}. */
@OpenApiFilter(stages = OpenApiFilter.RunStage.BUILD, documentNames = "management")
public final class ManagementContract extends Contract {
    private static final String SCHEME = "key";

    public ManagementContract(IndexView index) {
        super("management", index);
    }

    @Override
    protected boolean covers(String path) {
        return path.startsWith("/v1/manage/");
    }

    @Override
    protected void introduce(OpenAPI document) {
        describe(
                document,
                "Standfirst management API",
                """
                The desk's side of Standfirst, a headless CMS for news and magazine sites: everything is seen here, drafts included, and \
                written. Send a key as `Authorization: Bearer sf_…`; `x-roles` says which roles may call an operation.

                A change says in `If-Match` which version it was made from: send the `ETag` of the last answer.""");
        document.setSecurity(List.of(OASFactory.createSecurityRequirement().addScheme(SCHEME)));
    }

    @Override
    protected void complete(Endpoint endpoint) {
        endpoint.mayAnswer(401, 403);
        if (endpoint.isWrite()) {
            endpoint.mayAnswer(409);
        }
        endpoint.answersWith(SharedHeader.CACHE_CONTROL);
        if (endpoint.isVersioned()) {
            endpoint.answersWith(SharedHeader.ETAG);
        }
        String permission = endpoint.annotation(PermissionsAllowed.class)
                .orElseThrow(() -> new IllegalStateException(endpoint + " needs @PermissionsAllowed"))
                .value()
                .asStringArray()[0];
        endpoint.operation()
                .addExtension(
                        "x-roles",
                        Role.having(permission).stream().map(Role::toString).toList());
    }

    @Override
    protected void admit(org.eclipse.microprofile.openapi.models.Components components) {
        components.addSecurityScheme(
                SCHEME,
                OASFactory.createSecurityScheme()
                        .type(SecurityScheme.Type.HTTP)
                        .scheme("bearer")
                        .bearerFormat("sf_…")
                        .description("A key of /v1/manage/keys"));
    }
}
