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
import jakarta.ws.rs.core.MediaType;
import java.io.IOException;
import java.io.InputStream;
import java.io.PushbackInputStream;
import java.util.Arrays;
import java.util.UUID;
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
    private static final String RSS = "application/rss+xml";

    private static final String EXAMPLE = """
            [{"type": "author", "externalRef": {"source": "old-site", "id": "7"}, "slug": "ada-holm", "name": "Ada Holm"},
            {"type": "article", "externalRef": {"source": "old-site", "id": "4711"}, "title": "Fog signals, a history", "authors": [{"source": "old-site", "id": "7"}]}]
            """;

    /** How a gzip file begins (RFC 1952, section 2.3.1). */
    private static final byte[] GZIP = {0x1f, (byte) 0x8b};

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
                    "Each line is a JSON object: its member type says what it is (author, tag, article, related, redirect, comment or collection), externalRef what it is called where it comes from, and the other members are those of a draft of it; of related also article, and of comment these: article, parent (the comment that it answers), author (name, and maybe email and url), body, createdAt, status (pending, approved, spam or trash), and maybe staff (whether somebody of the site wrote it). Wherever a draft names another thing by slug or id, a line may have that thing's externalRef instead. The order of lines is free: a thing waits until what it names has come. What is there already, by externalRef or else by slug, is updated, or left alone where nothing differs, and keeps its externalRef where a line has none; so a file can be sent again, and then wins over what was changed here since; but a tag that came in by an externalRef and was merged into another here stays merged, and that externalRef names the other. The answer tells how it goes while it goes: read it as it comes (curl -N -T file). A comment that a reader wrote here is changed only by who may moderate. The lines of an export come in as they are; with ?restore=true the rows in them are restored, which cannot be tried first: what is there already stays as it is. A line may have 4 MiB (when restored 32 MiB) and 500,000 values, names and brackets, the file any length; it may be gzip. One import runs at a time.")
    public Multi<ImportMessage> start(
            @Parameter(
                            description = "gzip, or nothing; a gzip file is known by how it begins, too",
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
        if (options.restore() && !actor.get().role().may(Permission.MOVE_SITE)) {
            throw AccessProblem.forbidden(actor.get(), Permission.MOVE_SITE);
        }
        return start(file, encoding, options.options(), headers);
    }

    @POST
    @Path("wordpress")
    @Blocking
    @Consumes({MediaType.APPLICATION_XML, MediaType.TEXT_XML, RSS})
    @Produces(NDJSON)
    @PermissionsAllowed(Permission.IMPORT)
    @SafeToRepeat
    @AlsoAnswers({409, 415, 422})
    @Operation(
            operationId = "importWordPress",
            summary = "Bring in an export of WordPress",
            description =
                    "A file of Tools → Export (WXR 1.0, 1.1 or 1.2). Posts become articles, with their authors, categories (tags of the kind section), tags, featured pictures, comments, old addresses, and what Yoast SEO or Rank Math tell search engines; bodies become HTML, with the synced patterns that they share. What is private, pending, has a password, is to come at a time that cannot be read, keeps text from readers by a shortcode, a block or the setting of a newsletter, or has a pattern that cannot be put into it is no public article: it comes in as a draft, or in review, with its date and its old address for when it is published. An article here that has the slug of a post stays what it is, and the post gets another slug; an author or tag of the same slug is taken for that of the file, and replaced by it; but a tag of the file that was merged into another here since stays merged. Of categories, tags and authors no old addresses are known: bring those in as redirects. Trackbacks, menus, revisions and settings are left out. What has no counterpart here, as a shortcode of a plugin, is told once; what stands in brackets and has no attributes may be words, and stays. Pictures stay where they are: the articles have their addresses. Of a file that breaks off a post stays out that names what may come behind the break. A post with its comments may have 24 million characters, an element or attribute counting as 48; a longer one ends the file. It is read as UTF-8, and bytes that are no UTF-8 in the encoding that it declares, where that has one byte for each character; a file in UTF-16, Shift_JIS or the like is read as what it declares. What stands behind the end of the export is told, and left out. The answer is that of POST /v1/manage/imports, and a file can be sent again; it then wins over what was changed here since. It is kept on the server's disk while it is read.")
    public Multi<ImportMessage> startWordPress(
            @Parameter(
                            description = "gzip, or nothing; a gzip file is known by how it begins, too",
                            schema = @Schema(enumeration = {"gzip", "identity"}))
                    @RestHeader("Content-Encoding")
                    @Nullable
                    String encoding,
            @BeanParam WordPressOptions options,
            @Context HttpHeaders headers,
            @RequestBody(
                            content = {
                                @Content(
                                        mediaType = MediaType.APPLICATION_XML,
                                        schema = @Schema(type = SchemaType.STRING, description = "The file"),
                                        example = "<rss version=\"2.0\">…</rss>"),
                                @Content(
                                        mediaType = MediaType.TEXT_XML,
                                        schema = @Schema(type = SchemaType.STRING, description = "The file")),
                                @Content(
                                        mediaType = RSS,
                                        schema = @Schema(type = SchemaType.STRING, description = "The file"))
                            })
                    InputStream file) {
        return start(file, encoding, options.options(), headers);
    }

    @POST
    @Path("ghost")
    @Blocking
    @Consumes(MediaType.APPLICATION_JSON)
    @Produces(NDJSON)
    @PermissionsAllowed(Permission.IMPORT)
    @SafeToRepeat
    @AlsoAnswers({409, 415, 422})
    @Operation(
            operationId = "importGhost",
            summary = "Bring in an export of Ghost",
            description =
                    "A file of Settings → Labs → Export. Posts become articles, with their authors, tags, featured pictures, and what search engines are told. A post that is for members, mailed alone, or to come at a time that cannot be read comes in as a draft, with its date and its old address for when it is published; an article here that has the slug of a post stays what it is, and the post gets another slug; an author or tag of the same slug is taken for that of the file, and replaced by it; but a tag of the file that was merged into another here since stays merged; what is for members within another is left out. Of a file that breaks off nothing comes in, as it says last which tags and authors a post has; nor of one with anything behind its end. Internal tags, members, settings, keys and passwords are left out, and never stored or logged. The answer is that of POST /v1/manage/imports, and a file can be sent again; it then wins over what was changed here since. It is kept on the server's disk while it is read.")
    public Multi<ImportMessage> startGhost(
            @Parameter(
                            description = "gzip, or nothing; a gzip file is known by how it begins, too",
                            schema = @Schema(enumeration = {"gzip", "identity"}))
                    @RestHeader("Content-Encoding")
                    @Nullable
                    String encoding,
            @BeanParam GhostOptions options,
            @Context HttpHeaders headers,
            @RequestBody(
                            content =
                                    @Content(
                                            mediaType = MediaType.APPLICATION_JSON,
                                            schema = @Schema(implementation = Object.class, description = "The file"),
                                            example =
                                                    "{\"db\": [{\"meta\": {\"version\": \"5.0.0\"}, \"data\": {\"posts\": []}}]}"))
                    InputStream file) {
        return start(file, encoding, options.options(), headers);
    }

    private Multi<ImportMessage> start(
            InputStream file, @Nullable String encoding, RunOptions options, HttpHeaders headers) {
        if (headers.getHeaderString("Idempotency-Key") != null) {
            throw ImportProblem.IDEMPOTENCY_KEY_NOT_TAKEN.because(ImportProblem.IDEMPOTENCY_KEY_NOT_TAKEN.meaning());
        }
        try {
            return imports.start(begun(file, isCompressed(encoding)), options, actor.get());
        } catch (IOException e) {
            throw RequestProblem.BAD_REQUEST.because("The file broke off before it began.");
        }
    }

    private static boolean isCompressed(@Nullable String encoding) {
        if (encoding == null || encoding.equalsIgnoreCase("identity")) {
            return false;
        }
        if (encoding.equalsIgnoreCase("gzip")) {
            return true;
        }
        throw ImportProblem.ENCODING_UNKNOWN.because("The encoding ‘" + encoding + "’ is not known.");
    }

    /**
     * Waits for the beginning of a file. Whoever asks before sending (Expect: 100-continue; RFC 9110, section 10.1.1) is told to go on by
     * that; the answer of the import, if it began before, would be taken for one that wants no file.
     */
    private static SentBytes begun(InputStream file, boolean isCompressed) throws IOException {
        byte[] first = file.readNBytes(GZIP.length);
        boolean isGzip = Arrays.equals(first, GZIP); // which no file begins with that is text
        if (isCompressed && !isGzip) {
            throw ImportProblem.FILE_BROKEN.because("The file is not gzip, as Content-Encoding says it is.");
        }
        PushbackInputStream begun = new PushbackInputStream(file, GZIP.length);
        begun.unread(first);
        return new SentBytes(begun, isGzip);
    }
}
