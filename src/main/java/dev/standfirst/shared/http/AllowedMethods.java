package dev.standfirst.shared.http;

import io.quarkus.resteasy.reactive.server.runtime.ResteasyReactiveRecorder;
import jakarta.ws.rs.container.ContainerRequestContext;
import jakarta.ws.rs.container.ContainerResponseContext;
import jakarta.ws.rs.container.ContainerResponseFilter;
import jakarta.ws.rs.core.HttpHeaders;
import jakarta.ws.rs.ext.Provider;
import java.util.Comparator;
import java.util.SortedMap;
import java.util.SortedSet;
import java.util.TreeMap;
import java.util.TreeSet;
import org.jboss.resteasy.reactive.server.mapping.RuntimeResource;
import org.jboss.resteasy.reactive.server.util.RuntimeResourceVisitor;

/** Adds to a 405 the {@code Allow} that it must have (RFC 9110, section 15.5.6), which Quarkus leaves out. */
@Provider
public class AllowedMethods implements ContainerResponseFilter {
    /** Templates without variables before those with, as the REST layer matches them. */
    private static final Comparator<String> LITERAL_FIRST = Comparator.comparingLong(
                    (String template) -> template.chars().filter(c -> c == '{').count())
            .thenComparing(Comparator.naturalOrder());

    @Override
    public void filter(ContainerRequestContext request, ContainerResponseContext response) {
        if (response.getStatus() == 405 && !response.getHeaders().containsKey(HttpHeaders.ALLOW)) {
            String methods = String.join(", ", of(request.getUriInfo().getPath()));
            response.getHeaders().putSingle(HttpHeaders.ALLOW, methods);
        }
    }

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
        methods.add("OPTIONS");
        return methods;
    }
}
