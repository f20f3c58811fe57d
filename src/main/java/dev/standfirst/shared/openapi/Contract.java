package dev.standfirst.shared.openapi;

import dev.standfirst.shared.problem.Problem;
import java.util.ArrayList;
import java.util.Comparator;
import java.util.List;
import java.util.Map;
import java.util.TreeMap;
import java.util.stream.Stream;
import org.eclipse.microprofile.openapi.OASFactory;
import org.eclipse.microprofile.openapi.OASFilter;
import org.eclipse.microprofile.openapi.models.Components;
import org.eclipse.microprofile.openapi.models.OpenAPI;
import org.eclipse.microprofile.openapi.models.PathItem;
import org.eclipse.microprofile.openapi.models.Paths;
import org.eclipse.microprofile.openapi.models.media.Schema;
import org.eclipse.microprofile.openapi.models.tags.Tag;
import org.jboss.jandex.DotName;
import org.jboss.jandex.IndexView;
import org.jboss.jandex.MethodInfo;
import org.jboss.jandex.Type;

/**
 * Turns what the scanner read from the resources into the contract of one audience.
 *
 * <p>Each subclass is a build-stage filter of one document. The scanner gives each document everything; this keeps the paths of the
 * audience, and for each operation writes down the statuses, headers and problems that follow from the house's rules. Schemas that are
 * then used by nothing go. Everything is sorted, so that the document is the same on each machine.
 */
public abstract class Contract implements OASFilter {
    private final String name;
    private final IndexView index;

    /**
     * Begins the contract.
     *
     * @param name the document's name, which is also that of its folder of examples
     */
    protected Contract(String name, IndexView index) {
        this.name = name;
        this.index = index;
    }

    /** Says whether a path belongs to the audience. */
    protected abstract boolean covers(String path);

    /** Writes what stands at the head of the document: title, description, how to be let in. */
    protected abstract void introduce(OpenAPI document);

    /** Writes how to be let in, where that takes something. */
    protected void admit(Components components) {}

    /** Writes what this audience's operations have beyond what all have. */
    protected abstract void complete(Endpoint endpoint);

    @Override
    public final void filterOpenAPI(OpenAPI document) {
        Map<String, Schema> scanned = document.getComponents().getSchemas();
        Parts parts = new Parts(new Examples(name));
        List<Endpoint> endpoints = endpoints(document.getPaths(), parts);
        Stream.<Runnable>of(
                        () -> document.setComponents(null), () -> document.setTags(null), () -> document.setPaths(null))
                .forEach(Runnable::run); // what is set anew comes last, and so in this order

        endpoints.forEach(endpoint -> {
            endpoint.describeAnswers();
            endpoint.describeRefusals();
            complete(endpoint);
            endpoint.sortAnswers();
        });
        Schemas schemas = schemas(endpoints, scanned);

        introduce(document);
        document.setServers(List.of(OASFactory.createServer().url("/").description("This server")));
        document.setTags(tags(endpoints));
        document.setPaths(paths(endpoints));
        Components components = OASFactory.createComponents();
        components.setSchemas(schemas.written());
        parts.into(components);
        admit(components);
        document.setComponents(components);
    }

    /** Writes title and description, and what all documents say of themselves. */
    protected static void describe(OpenAPI document, String title, String description) {
        document.setInfo(OASFactory.createInfo()
                .title(title)
                .description(
                        description + "\n\nAny request may also be refused with 405, 414 or 431. Failures are problems (RFC 9457).")
                .license(OASFactory.createLicense().name("Apache-2.0").identifier("Apache-2.0")));
    }

    private Schemas schemas(List<Endpoint> endpoints, Map<String, Schema> scanned) {
        Schemas schemas = new Schemas(new Records(index), scanned);
        schemas.send(Type.create(DotName.createSimple(Problem.class), Type.Kind.CLASS));
        endpoints.forEach(endpoint -> {
            schemas.send(endpoint.answered());
            endpoint.draft().ifPresent(schemas::receive);
        });
        schemas.settle();
        endpoints.forEach(endpoint -> endpoint.write(schemas));
        return schemas;
    }

    private List<Endpoint> endpoints(Paths paths, Parts parts) {
        Map<String, MethodInfo> methods = Endpoint.methods(index);
        List<Endpoint> endpoints = new ArrayList<>();
        paths.getPathItems().forEach((path, item) -> {
            if (covers(path)) {
                item.getOperations().forEach((verb, operation) -> {
                    MethodInfo method = methods.get(verb + " " + path);
                    if (method == null) {
                        throw new IllegalStateException("No resource has a method for " + verb + " " + path);
                    }
                    endpoints.add(new Endpoint(verb, path, operation, method, index, parts));
                });
            }
        });
        endpoints.sort(Comparator.comparing(Endpoint::path).thenComparing(Endpoint::verb));
        return endpoints;
    }

    private static Paths paths(List<Endpoint> endpoints) {
        Map<String, PathItem> items = new TreeMap<>();
        endpoints.forEach(endpoint -> items.computeIfAbsent(endpoint.path(), path -> OASFactory.createPathItem())
                .setOperation(endpoint.verb(), endpoint.operation()));
        Paths paths = OASFactory.createPaths();
        items.forEach(paths::addPathItem);
        return paths;
    }

    private static List<Tag> tags(List<Endpoint> endpoints) {
        Map<String, Tag> tags = new TreeMap<>();
        endpoints.stream().map(Endpoint::tag).forEach(tag -> tags.put(tag.getName(), tag));
        return List.copyOf(tags.values());
    }
}
