package dev.standfirst.article;

import dev.standfirst.access.Permission;
import io.quarkus.security.PermissionsAllowed;
import jakarta.ws.rs.GET;
import jakarta.ws.rs.Path;
import org.eclipse.microprofile.openapi.annotations.Operation;
import org.eclipse.microprofile.openapi.annotations.tags.Tag;

/** How far the job is that brings bodies up to date after an upgrade. */
@Path("/v1/manage/derivations")
@Tag(name = "derivations", description = "How far bodies are brought up to date after an upgrade")
public class DerivationResource {
    private final DerivationService derivations;

    DerivationResource(DerivationService derivations) {
        this.derivations = derivations;
    }

    @GET
    @PermissionsAllowed(Permission.READ)
    @Operation(
            operationId = "getDerivationProgress",
            summary = "Read how far bodies are brought up to date after an upgrade")
    public DerivationProgress progress() {
        return derivations.progress();
    }
}
