package dev.standfirst.shared.http;

import dev.standfirst.shared.problem.Problem;
import dev.standfirst.shared.problem.RequestProblem;
import io.quarkus.resteasy.reactive.server.runtime.ResteasyReactiveRecorder;
import jakarta.ws.rs.container.ContainerRequestContext;
import jakarta.ws.rs.container.ContainerResponseContext;
import jakarta.ws.rs.container.ContainerResponseFilter;
import jakarta.ws.rs.core.HttpHeaders;
import jakarta.ws.rs.ext.Provider;
import java.util.Comparator;
import java.util.List;
import java.util.SortedMap;
import java.util.SortedSet;
import java.util.TreeMap;
import java.util.TreeSet;
import org.jboss.resteasy.reactive.server.mapping.RuntimeResource;
import org.jboss.resteasy.reactive.server.util.RuntimeResourceVisitor;

/**
 * Adds to a 405 the {@code Allow} that it must have (RFC 9110, section 15.5.6), which Quarkus leaves out; and makes a 405 of the 404 that
 * Quarkus answers for a method that an address does not have, where another resource begins at a part of the address.
 */
@Provider
public class AllowedMethods implements ContainerResponseFilter {
    /** Templates without variables before those with, as the REST layer matches them. */
    private static final Comparator<String> LITERAL_FIRST = Comparator.comparingLong(
                    (String template) -> template.chars().filter(c -> c == '{').count())
            .thenComparing(Comparator.naturalOrder());

    @Override
    public void filter(ContainerRequestContext request, ContainerResponseContext response) {
        boolean refused = response.getStatus() == 405;
        if ((!refused && response.getStatus() != 404) || response.getHeaders().containsKey(HttpHeaders.ALLOW)) {
            return;
        }
        String path = request.getUriInfo().getPath();
        SortedSet<String> methods = of(path);
        if (refused || !(methods.isEmpty() || methods.contains(request.getMethod()))) {
            RequestProblem type = RequestProblem.METHOD_NOT_ALLOWED;
            response.setStatus(type.status());
            response.setEntity(Problem.of(type, type.meaning(), path, List.of()));
            response.getHeaders().putSingle(HttpHeaders.ALLOW, String.join(", ", methods));
        }
    }

    /** The methods of the resource at a path; none where there is no resource. */
    private static SortedSet<String> of(String path) {
        SortedMap<String, SortedSet<String>> byTemplate = new TreeMap<>(LITERAL_FIRST);
        var resources = ResteasyReactiveRecorder.getCurrentDeployment().getClassMappers();
        RuntimeResourceVisitor.visitRuntimeResources("", resources, new RuntimeResourceVisitor() {
            @Override
            public void visitRuntimeResource(String method, String template, RuntimeResource resource) {
                if (path.matches(template.replaceAll("\\{[^}]*}", "[^/]+"))) {
                    byTemplate.computeIfAbsent(template, any -> new TreeSet<>()).add(method);
                }
            }
        });
        SortedSet<String> methods = byTemplate.values().stream().findFirst().orElseGet(TreeSet::new);
        if (methods.contains("GET")) {
            methods.add("HEAD");
        }
        if (!methods.isEmpty()) {
            methods.add("OPTIONS");
        }
        return methods;
    }
}
