package dev.standfirst.transfer;

import dev.standfirst.access.Permission;
import dev.standfirst.shared.openapi.AlsoAnswers;
import io.quarkus.security.PermissionsAllowed;
import io.smallrye.common.annotation.Blocking;
import jakarta.ws.rs.BeanParam;
import jakarta.ws.rs.GET;
import jakarta.ws.rs.Path;
import jakarta.ws.rs.Produces;
import jakarta.ws.rs.core.HttpHeaders;
import jakarta.ws.rs.core.StreamingOutput;
import org.eclipse.microprofile.openapi.annotations.Operation;
import org.eclipse.microprofile.openapi.annotations.enums.SchemaType;
import org.eclipse.microprofile.openapi.annotations.headers.Header;
import org.eclipse.microprofile.openapi.annotations.media.Content;
import org.eclipse.microprofile.openapi.annotations.media.Schema;
import org.eclipse.microprofile.openapi.annotations.responses.APIResponse;
import org.eclipse.microprofile.openapi.annotations.tags.Tag;
import org.jboss.resteasy.reactive.RestResponse;

/** The whole site, to be taken elsewhere. */
@Path("/v1/manage/export")
@Tag(name = "export", description = "The whole site, taken out as a file")
public class ExportResource {
    private static final String NDJSON = "application/x-ndjson";
    private static final String CHANGE = "Standfirst-Change";

    private final ExportService exports;

    ExportResource(ExportService exports) {
        this.exports = exports;
    }

    @GET
    @Blocking
    @Produces(NDJSON)
    @PermissionsAllowed(Permission.MOVE_SITE)
    @AlsoAnswers({410})
    @Operation(
            operationId = "exportSite",
            summary = "Take everything out, one thing a line",
            description =
                    "The lines have the form that POST /v1/manage/imports takes, and an order in which each thing comes behind what it names: authors, tags, articles, links, collections, redirects, comments, working copies. In the member stored they also have the rows of the database, with addresses of people, revisions, working copies and times; ?restore=true writes these into an empty instance whose database has the version that the first line says, and an export of that one is the same byte for byte. Lines of type stored hold what no draft can say, as the trash. With ?since= lines of type gone say what is no longer there, or lies in the trash: of is what it was (as article or tag), id the one that it had here, and slug that of an article in the trash, else null; an import reads over them, and deletes nothing. All is of one moment. The header Standfirst-Change is a token for ?since=. Keys, previews, the log of changes and what the instance signs with stay behind.")
    @APIResponse(
            responseCode = "200",
            description = "The lines",
            headers = {
                @Header(name = CHANGE, description = "A token for ?since=", schema = @Schema(type = SchemaType.STRING)),
                @Header(
                        name = HttpHeaders.CONTENT_DISPOSITION,
                        description = "A name for the file",
                        schema = @Schema(type = SchemaType.STRING))
            },
            content =
                    @Content(
                            mediaType = NDJSON,
                            schema =
                                    @Schema(
                                            type = SchemaType.ARRAY,
                                            implementation = Object.class,
                                            description = "Lines, written here as the elements of an array")))
    public RestResponse<StreamingOutput> export(@BeanParam ExportOptions options) {
        ExportService.Export export = exports.export(options.since());
        return RestResponse.ResponseBuilder.<StreamingOutput>ok(export.content()::writeTo)
                .header(CHANGE, export.token())
                .header(HttpHeaders.CONTENT_DISPOSITION, "attachment; filename=\"standfirst.ndjson\"")
                .build();
    }
}
