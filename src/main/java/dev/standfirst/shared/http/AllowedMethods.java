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
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import java.util.SortedMap;
import java.util.SortedSet;
import java.util.TreeMap;
import java.util.TreeSet;
import java.util.regex.Pattern;
import org.jboss.resteasy.reactive.server.mapping.RuntimeResource;
import org.jboss.resteasy.reactive.server.util.RuntimeResourceVisitor;

/**
 * Adds to a 405 the {@code Allow} that it must have (RFC 9110, section 15.5.6), which Quarkus leaves out; and makes a 405 of the 404 that
 * Quarkus answers for a method that an address does not have, where another resource begins at a part of the address.
 */
@Provider
public class AllowedMethods implements ContainerResponseFilter {
    @Override
    public void filter(ContainerRequestContext request, ContainerResponseContext response) {
        if (response.getStatus() == 404) {
            SortedSet<String> methods = Routes.methods(request.getUriInfo().getPath());
            if (!methods.isEmpty() && !methods.contains(request.getMethod())) {
                RequestProblem type = RequestProblem.METHOD_NOT_ALLOWED;
                String path = request.getUriInfo().getPath();
                response.setStatus(type.status());
                response.setEntity(Problem.of(type, type.meaning(), path, List.of()));
            }
        }
        if (response.getStatus() == 405 && !response.getHeaders().containsKey(HttpHeaders.ALLOW)) {
            String methods =
                    String.join(", ", Routes.methods(request.getUriInfo().getPath()));
            response.getHeaders().putSingle(HttpHeaders.ALLOW, methods);
        }
    }

    /** All resources by the templates of their paths: read when first asked for, and once, as every 404 asks. */
    private static final class Routes {
        /** Templates without variables before those with, as the REST layer matches them. */
        private static final Comparator<String> LITERAL_FIRST = Comparator.comparingLong((String template) ->
                        template.chars().filter(c -> c == '{').count())
                .thenComparing(Comparator.naturalOrder());

        private static final Map<Pattern, SortedSet<String>> BY_PATH = read();

        private Routes() {}

        /** The methods of the resource at a path; none where there is no resource. */
        static SortedSet<String> methods(String path) {
            return BY_PATH.entrySet().stream()
                    .filter(route -> route.getKey().matcher(path).matches())
                    .findFirst()
                    .map(Map.Entry::getValue)
                    .orElseGet(TreeSet::new);
        }

        private static Map<Pattern, SortedSet<String>> read() {
            SortedMap<String, SortedSet<String>> byTemplate = new TreeMap<>(LITERAL_FIRST);
            var resources = ResteasyReactiveRecorder.getCurrentDeployment().getClassMappers();
            RuntimeResourceVisitor.visitRuntimeResources("", resources, new RuntimeResourceVisitor() {
                @Override
                public void visitRuntimeResource(String method, String template, RuntimeResource resource) {
                    SortedSet<String> methods = byTemplate.computeIfAbsent(template, any -> new TreeSet<>());
                    methods.addAll(
                            method.equals("GET") ? List.of("GET", "HEAD", "OPTIONS") : List.of(method, "OPTIONS"));
                }
            });
            Map<Pattern, SortedSet<String>> byPath = new LinkedHashMap<>();
            byTemplate.forEach((template, methods) ->
                    byPath.put(Pattern.compile(template.replaceAll("\\{[^}]*}", "[^/]+")), methods));
            return byPath;
        }
    }
}
