package dev.standfirst.transfer;

import dev.standfirst.access.AccessProblem;
import dev.standfirst.access.CurrentActor;
import dev.standfirst.access.Permission;
import dev.standfirst.shared.idempotency.SafeToRepeat;
import dev.standfirst.shared.openapi.AlsoAnswers;
import dev.standfirst.shared.page.Page;
import dev.standfirst.shared.page.PageRequest;
import dev.standfirst.shared.problem.RequestProblem;
import io.quarkus.security.PermissionsAllowed;
import io.smallrye.common.annotation.Blocking;
import io.smallrye.mutiny.Multi;
import jakarta.ws.rs.BeanParam;
import jakarta.ws.rs.Consumes;
import jakarta.ws.rs.GET;
import jakarta.ws.rs.POST;
import jakarta.ws.rs.Path;
import jakarta.ws.rs.Produces;
import jakarta.ws.rs.core.Context;
import jakarta.ws.rs.core.HttpHeaders;
import java.io.EOFException;
import java.io.IOException;
import java.io.InputStream;
import java.io.PushbackInputStream;
import java.util.UUID;
import java.util.zip.GZIPInputStream;
import java.util.zip.ZipException;
import org.eclipse.microprofile.openapi.annotations.Operation;
import org.eclipse.microprofile.openapi.annotations.enums.SchemaType;
import org.eclipse.microprofile.openapi.annotations.media.Content;
import org.eclipse.microprofile.openapi.annotations.media.Schema;
import org.eclipse.microprofile.openapi.annotations.parameters.Parameter;
import org.eclipse.microprofile.openapi.annotations.parameters.RequestBody;
import org.eclipse.microprofile.openapi.annotations.tags.Tag;
import org.jboss.resteasy.reactive.RestHeader;
import org.jboss.resteasy.reactive.RestPath;
import org.jspecify.annotations.Nullable;

/** Files of things that are brought in. */
@Path("/v1/manage/imports")
@Tag(name = "imports", description = "Whole sites, brought in from files")
public class ImportResource {
    private static final String NDJSON = "application/x-ndjson";

    private static final String EXAMPLE = """
            [{"type": "author", "externalRef": {"source": "old-site", "id": "7"}, "slug": "ada-holm", "name": "Ada Holm"},
            {"type": "article", "externalRef": {"source": "old-site", "id": "4711"}, "title": "Fog signals, a history", "authors": [{"source": "old-site", "id": "7"}]}]
            """;

    private final ImportService imports;
    private final CurrentActor actor;

    ImportResource(ImportService imports, CurrentActor actor) {
        this.imports = imports;
        this.actor = actor;
    }

    @GET
    @PermissionsAllowed(Permission.IMPORT)
    @Operation(
            operationId = "listImports",
            summary = "List imports, the latest first",
            description = "The latest hundred are kept.")
    public Page<ImportView> list(@BeanParam PageRequest page) {
        return imports.list(page);
    }

    @GET
    @Path("{id}")
    @PermissionsAllowed(Permission.IMPORT)
    @Operation(operationId = "getImport", summary = "Read how an import stands")
    public ImportView get(@RestPath UUID id) {
        return imports.read(id);
    }

    @GET
    @Path("{id}/faults")
    @PermissionsAllowed(Permission.IMPORT)
    @Operation(
            operationId = "listImportFaults",
            summary = "List the faults of an import, in the order in which they were found")
    public Page<ImportFault> faults(@RestPath UUID id, @BeanParam PageRequest page) {
        return imports.faults(id, page);
    }

    @POST
    @Blocking
    @Consumes(NDJSON)
    @Produces(NDJSON)
    @PermissionsAllowed(Permission.IMPORT)
    @SafeToRepeat
    @AlsoAnswers({409, 415, 422})
    @Operation(
            operationId = "importThings",
            summary = "Bring in a file of things, one a line",
            description =
                    "Each line is a JSON object: its member type says what it is (author, tag, article, related, redirect, comment or collection), externalRef what it is called where it comes from, and the other members are those of a draft of it; of related also article, and of comment these: article, parent (the comment that it answers), author (name, and maybe email and url), body, createdAt, and status (pending, approved, spam or trash). Wherever a draft names another thing by slug or id, a line may have that thing's externalRef instead. The order of lines is free: a thing waits until what it names has come. What is there already, by externalRef or else by slug, is updated, or left alone where nothing differs; so a file can be sent again. The answer tells how it goes while it goes: read it as it comes (curl -N -T file). The lines of an export come in as they are; with ?restore=true the rows in them are restored. A line may have 4 MiB (when restored 32 MiB), the file any length; it may be sent with Content-Encoding: gzip. One import runs at a time.")
    public Multi<ImportMessage> start(
            @Parameter(
                            description = "gzip, or nothing for a file as it is",
                            schema = @Schema(enumeration = {"gzip", "identity"}))
                    @RestHeader("Content-Encoding")
                    @Nullable
                    String encoding,
            @BeanParam ImportOptions options,
            @Context HttpHeaders headers,
            @RequestBody(
                            content =
                                    @Content(
                                            mediaType = NDJSON,
                                            schema =
                                                    @Schema(
                                                            type = SchemaType.ARRAY,
                                                            implementation = Object.class,
                                                            description =
                                                                    "Lines, written here as the elements of an array"),
                                            example = EXAMPLE))
                    InputStream file) {
        if (headers.getHeaderString("Idempotency-Key") != null) {
            throw ImportProblem.IDEMPOTENCY_KEY_NOT_TAKEN.because(ImportProblem.IDEMPOTENCY_KEY_NOT_TAKEN.meaning());
        }
        if (options.restore() && !actor.get().role().may(Permission.MOVE_SITE)) {
            throw AccessProblem.forbidden(actor.get(), Permission.MOVE_SITE);
        }
        return imports.start(opened(file, encoding), options, actor.get());
    }

    private static InputStream opened(InputStream file, @Nullable String encoding) {
        try {
            return decoded(begun(file), encoding);
        } catch (ZipException | EOFException e) {
            throw ImportProblem.FILE_BROKEN.because("The file is not gzip, as Content-Encoding says it is.");
        } catch (IOException e) {
            throw RequestProblem.BAD_REQUEST.because("The file broke off before it began.");
        }
    }

    /**
     * Waits for the first byte of a file. Whoever asks before sending (Expect: 100-continue; RFC 9110, section 10.1.1) is told to go on by
     * that; the answer of the import, if it began before, would be taken for one that wants no file.
     */
    private static InputStream begun(InputStream file) throws IOException {
        PushbackInputStream begun = new PushbackInputStream(file);
        int first = begun.read();
        if (first >= 0) {
            begun.unread(first);
        }
        return begun;
    }

    private static InputStream decoded(InputStream file, @Nullable String encoding) throws IOException {
        if (encoding == null || encoding.equalsIgnoreCase("identity")) {
            return file;
        }
        if (encoding.equalsIgnoreCase("gzip")) {
            return new GZIPInputStream(file);
        }
        throw ImportProblem.ENCODING_UNKNOWN.because("The encoding ‘" + encoding + "’ is not known.");
    }
}
