package dev.standfirst.shared.openapi;

import dev.standfirst.shared.idempotency.Idempotent;
import dev.standfirst.shared.problem.Problem;
import dev.standfirst.shared.rate.RateLimited;
import java.util.ArrayList;
import java.util.Comparator;
import java.util.List;
import java.util.Map;
import java.util.TreeMap;
import org.eclipse.microprofile.openapi.OASFactory;
import org.eclipse.microprofile.openapi.OASFilter;
import org.eclipse.microprofile.openapi.models.Components;
import org.eclipse.microprofile.openapi.models.OpenAPI;
import org.eclipse.microprofile.openapi.models.PathItem;
import org.eclipse.microprofile.openapi.models.PathItem.HttpMethod;
import org.eclipse.microprofile.openapi.models.Paths;
import org.eclipse.microprofile.openapi.models.media.MediaType;
import org.eclipse.microprofile.openapi.models.media.Schema;
import org.eclipse.microprofile.openapi.models.tags.Tag;
import org.jboss.jandex.DotName;
import org.jboss.jandex.IndexView;
import org.jboss.jandex.MethodInfo;
import org.jboss.jandex.Type;

/**
 * Turns what the scanner read from the resources into the contract with one audience.
 *
 * <p>Each subclass is a build-stage filter of one document, and must itself say that it implements {@link OASFilter}, or it is not taken.
 * The scanner gives each document everything; this keeps the paths of the audience and writes down, for each operation, the statuses,
 * headers and problems that follow from the rules of the house. Schemas that no operation uses go. Everything is in a fixed order, so that
 * the document is the same on each machine.
 */
public abstract class Contract implements OASFilter {
    private static final Type PROBLEM = Type.create(DotName.createSimple(Problem.class), Type.Kind.CLASS);
    private static final List<HttpMethod> VERBS =
            List.of(HttpMethod.GET, HttpMethod.POST, HttpMethod.PUT, HttpMethod.PATCH, HttpMethod.DELETE);

    private final IndexView index;

    protected Contract(IndexView index) {
        this.index = index;
    }

    /** The name of the audience, and of its document. */
    protected abstract String audience();

    /** Says whether a path belongs to the audience. */
    protected abstract boolean covers(String path);

    /** Writes title and description, and what is needed to be let in. */
    protected abstract void introduce(OpenAPI document);

    /** Writes what this audience's operations have beyond what all have. */
    protected abstract void complete(Endpoint endpoint, Parameters parameters, Answers answers);

    @Override
    public final void filterOpenAPI(OpenAPI document) {
        Examples examples = new Examples(audience());
        Parts parts = new Parts(examples);
        Schemas schemas =
                new Schemas(new Records(index), document.getComponents().getSchemas());
        List<Endpoint> endpoints = endpoints(document.getPaths());
        schemas.send(PROBLEM);
        endpoints.forEach(endpoint -> {
            schemas.send(endpoint.answered());
            endpoint.draft().ifPresent(schemas::receive);
        });
        schemas.settle();
        schemas.writeSent(PROBLEM);
        endpoints.forEach(endpoint -> write(endpoint, schemas, parts, examples));

        // What is taken away and set anew is written last: this is the order of the document.
        document.setComponents(null);
        document.setPaths(null);
        document.setTags(null);
        introduce(document);
        Components introduced = document.getComponents();
        document.setComponents(null);
        document.setServers(List.of(OASFactory.createServer().url("/").description("This server")));
        document.setTags(tags(endpoints));
        document.setPaths(paths(endpoints));
        Components components = parts.components().schemas(schemas.written());
        if (introduced != null) {
            components.setSecuritySchemes(introduced.getSecuritySchemes());
        }
        document.setComponents(components);
    }

    private void write(Endpoint endpoint, Schemas schemas, Parts parts, Examples examples) {
        endpoint.operation().setSecurity(null); // the scanner's names a scheme that no document has
        Answers answers = new Answers(endpoint, parts);
        Parameters parameters = new Parameters(endpoint, parts);
        if (endpoint.annotation(Idempotent.class).isPresent()) {
            parameters.add(SharedParameter.IDEMPOTENCY_KEY);
            answers.add(409, 422);
            answers.addHeader(SharedHeader.IDEMPOTENCY_REPLAYED);
        }
        if (endpoint.annotation(RateLimited.class).isPresent()) {
            answers.add(429);
            answers.addHeader(SharedHeader.RATE_LIMIT);
            answers.addHeader(SharedHeader.RATE_LIMIT_POLICY);
        }
        complete(endpoint, parameters, answers);
        answers.write();
        parameters.all().stream()
                .filter(parameter -> parameter.getSchema() != null)
                .forEach(parameter -> parameter.setSchema(schemas.writeSent(parameter.getSchema())));
        answers.eachBody((status, media) -> {
            media.setSchema(schemas.writeSent(media.getSchema()));
            examples.read(endpoint.id(), status).ifPresent(media::setExample);
        });
        endpoint.draft()
                .ifPresent(draft -> writeBody(
                        endpoint,
                        endpoint.takesPatch() ? schemas.writePatch(draft) : schemas.writeReceived(draft),
                        examples));
    }

    private static void writeBody(Endpoint endpoint, Schema schema, Examples examples) {
        for (MediaType media : (Iterable<MediaType>) endpoint.bodies()::iterator) {
            media.setSchema(schema);
            examples.read(endpoint.id() + ".request").ifPresent(media::setExample);
        }
    }

    private List<Endpoint> endpoints(Paths paths) {
        Map<String, MethodInfo> methods = Endpoint.methods(index);
        List<Endpoint> endpoints = new ArrayList<>();
        paths.getPathItems()
                .forEach((path, item) -> item.getOperations().forEach((verb, operation) -> {
                    MethodInfo method = methods.get(verb + " " + path);
                    if (covers(path) && method != null) {
                        endpoints.add(new Endpoint(verb, path, operation, method, index));
                    }
                }));
        endpoints.sort(Comparator.comparing(Endpoint::path).thenComparing(endpoint -> VERBS.indexOf(endpoint.verb())));
        return endpoints;
    }

    private static List<Tag> tags(List<Endpoint> endpoints) {
        Map<String, Tag> tags = new TreeMap<>();
        endpoints.stream().map(Endpoint::tag).forEach(tag -> tags.put(tag.getName(), tag));
        return List.copyOf(tags.values());
    }

    private static Paths paths(List<Endpoint> endpoints) {
        Map<String, PathItem> items = new TreeMap<>();
        endpoints.forEach(endpoint -> items.computeIfAbsent(endpoint.path(), path -> OASFactory.createPathItem())
                .setOperation(endpoint.verb(), endpoint.operation()));
        Paths paths = OASFactory.createPaths();
        items.forEach(paths::addPathItem);
        return paths;
    }

    /** Writes title and description, and what all documents say of themselves. */
    protected static void describe(OpenAPI document, String title, String description) {
        document.setInfo(OASFactory.createInfo()
                .title(title)
                .description(
                        description
                                + "\n\nAny request may also be refused with 405, 414 or 431. Every failure is a problem (RFC 9457).")
                .contact(OASFactory.createContact().name("The Standfirst project"))
                .license(OASFactory.createLicense().name("Apache-2.0").identifier("Apache-2.0")));
    }
}
