package dev.standfirst.shared.problem;

import io.quarkus.arc.All;
import jakarta.ws.rs.GET;
import jakarta.ws.rs.Path;
import jakarta.ws.rs.Produces;
import jakarta.ws.rs.core.MediaType;
import java.util.Comparator;
import java.util.List;
import java.util.stream.Collectors;
import org.eclipse.microprofile.openapi.annotations.Operation;
import org.eclipse.microprofile.openapi.annotations.parameters.Parameter;
import org.eclipse.microprofile.openapi.annotations.tags.Tag;
import org.jboss.resteasy.reactive.RestPath;

/** The pages of text behind the {@code type} of each problem. */
@Path("/problems")
@Produces(MediaType.TEXT_PLAIN + ";charset=utf-8")
@Tag(name = "problems", description = "What each problem type means")
public final class ProblemResource {
    private final List<ProblemType> types;

    ProblemResource(@All List<ProblemCatalogue> catalogues) {
        this.types = catalogues.stream()
                .flatMap(catalogue -> catalogue.types().stream())
                .sorted(Comparator.comparing(ProblemType::slug))
                .toList();
    }

    @GET
    @Operation(operationId = "listProblemTypes", summary = "List all problem types")
    public String list() {
        return types.stream()
                .map(type -> "%s  %d  %s%n".formatted(type.uri(), type.status(), type.title()))
                .collect(Collectors.joining());
    }

    @GET
    @Path("{slug}")
    @Operation(operationId = "getProblemType", summary = "Read what a problem type means")
    public String get(
            @Parameter(description = "The last segment of the type", example = "version-is-stale") @RestPath
                    String slug) {
        return types.stream()
                .filter(type -> type.slug().equals(slug))
                .findFirst()
                .map(type -> "%s%nStatus %d%n%n%s%n".formatted(type.title(), type.status(), type.meaning()))
                .orElseThrow(() -> RequestProblem.NOT_FOUND.because("There is no problem type of this name."));
    }
}
