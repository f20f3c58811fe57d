package dev.standfirst.shared.openapi;

import dev.standfirst.shared.http.Versioned;
import dev.standfirst.shared.json.MergePatch;
import dev.standfirst.shared.page.Page;
import io.smallrye.mutiny.Multi;
import jakarta.ws.rs.BeanParam;
import jakarta.ws.rs.Path;
import jakarta.ws.rs.core.Context;
import java.io.InputStream;
import java.util.HashMap;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.Set;
import java.util.stream.Collectors;
import java.util.stream.Stream;
import org.eclipse.microprofile.openapi.OASFactory;
import org.eclipse.microprofile.openapi.models.Operation;
import org.eclipse.microprofile.openapi.models.PathItem.HttpMethod;
import org.eclipse.microprofile.openapi.models.media.MediaType;
import org.eclipse.microprofile.openapi.models.parameters.Parameter;
import org.eclipse.microprofile.openapi.models.tags.Tag;
import org.jboss.jandex.AnnotationInstance;
import org.jboss.jandex.ClassInfo;
import org.jboss.jandex.DotName;
import org.jboss.jandex.IndexView;
import org.jboss.jandex.MethodInfo;
import org.jboss.jandex.MethodParameterInfo;
import org.jboss.jandex.ParameterizedType;
import org.jboss.jandex.Type;
import org.jboss.resteasy.reactive.RestHeader;
import org.jboss.resteasy.reactive.RestPath;
import org.jboss.resteasy.reactive.RestResponse;
import org.jspecify.annotations.Nullable;

/** One operation of a contract, and the method of a resource behind it. */
public final class Endpoint {
    private static final DotName PATH = DotName.createSimple(Path.class);
    private static final Set<DotName> WRAPPERS =
            Set.of(DotName.createSimple(RestResponse.class), DotName.createSimple(Multi.class));
    private static final DotName FILE = DotName.createSimple(InputStream.class);
    private static final DotName LIST = DotName.createSimple(Page.class);
    private static final DotName PATCH = DotName.createSimple(MergePatch.class);
    private static final DotName VERSIONED = DotName.createSimple(Versioned.class);
    private static final Set<DotName> NO_BODY = Stream.of(
                    BeanParam.class, Context.class, RestHeader.class, RestPath.class)
            .map(DotName::createSimple)
            .collect(Collectors.toUnmodifiableSet());

    private final HttpMethod verb;
    private final String path;
    private final Operation operation;
    private final MethodInfo method;
    private final IndexView index;

    Endpoint(HttpMethod verb, String path, Operation operation, MethodInfo method, IndexView index) {
        this.verb = verb;
        this.path = path;
        this.operation = operation;
        this.method = method;
        this.index = index;
    }

    /** Finds the methods of resources, by verb and path as {@code GET /v1/tags/{ref}}. */
    static Map<String, MethodInfo> methods(IndexView index) {
        Map<String, MethodInfo> methods = new HashMap<>();
        for (HttpMethod verb : HttpMethod.values()) {
            for (AnnotationInstance annotation : index.getAnnotations("jakarta.ws.rs." + verb)) {
                MethodInfo method = annotation.target().asMethod();
                String path = path(method.declaringClass().declaredAnnotation(PATH)) + path(method.annotation(PATH));
                methods.put(verb + " " + path, method);
            }
        }
        return methods;
    }

    private static String path(@Nullable AnnotationInstance path) {
        String text = path == null ? "" : path.value().asString();
        return text.isEmpty() || text.startsWith("/") ? text : "/" + text;
    }

    HttpMethod verb() {
        return verb;
    }

    /** The path, with the names of its parameters in braces. */
    public String path() {
        return path;
    }

    /** The name of the operation. */
    String id() {
        return operation.getOperationId();
    }

    MethodInfo method() {
        return method;
    }

    /** What the document says about it. */
    public Operation operation() {
        return operation;
    }

    /** Says whether it changes something. */
    public boolean isWrite() {
        return verb != HttpMethod.GET;
    }

    /** Says whether it answers with a page of a list. */
    public boolean isList() {
        return answered().name().equals(LIST);
    }

    /** Says whether its path names one thing among many. */
    public boolean namesOne() {
        return path.contains("{");
    }

    /** Says whether it answers with a thing that has a version. */
    public boolean isVersioned() {
        ClassInfo type = index.getClassByName(answered().name());
        return type != null && type.interfaceNames().contains(VERSIONED);
    }

    /** Returns the annotation of the method, or of its class. */
    public Optional<AnnotationInstance> annotation(Class<?> type) {
        DotName name = DotName.createSimple(type);
        return Optional.ofNullable(method.annotation(name))
                .or(() -> Optional.ofNullable(method.declaringClass().declaredAnnotation(name)));
    }

    /** Adds a sentence to what is said about it. */
    public void describe(String sentence) {
        String said = operation.getDescription();
        operation.setDescription(said == null ? sentence : said + " " + sentence);
    }

    /** The resource's tag with its own description: of the tags of one name, the scanner keeps only one for all documents. */
    Tag tag() {
        AnnotationInstance tag = annotation(org.eclipse.microprofile.openapi.annotations.tags.Tag.class)
                .orElseThrow(() -> new IllegalStateException(method.declaringClass() + " needs a @Tag"));
        return OASFactory.createTag()
                .name(tag.value("name").asString())
                .description(tag.value("description").asString());
    }

    /** The type of the body of a successful answer, or of each line of it. */
    Type answered() {
        return method.returnType() instanceof ParameterizedType type && WRAPPERS.contains(type.name())
                ? type.arguments().get(0)
                : method.returnType();
    }

    /** The record that the body of the request is read into, or is a patch of. */
    Optional<Type> draft() {
        return body().map(type ->
                type instanceof ParameterizedType patch ? patch.arguments().get(0) : type);
    }

    /** Says whether the body of the request is a merge patch. */
    boolean takesPatch() {
        return body().filter(type -> type.name().equals(PATCH)).isPresent();
    }

    private Optional<Type> body() {
        return method.parameters().stream()
                .filter(parameter ->
                        parameter.annotations().stream().noneMatch(annotation -> NO_BODY.contains(annotation.name())))
                .map(MethodParameterInfo::type)
                .filter(type -> !type.name().equals(FILE))
                .findFirst();
    }

    /** The media types of the request's body, with what is said about each. */
    Stream<MediaType> bodies() {
        return Stream.ofNullable(operation.getRequestBody())
                .flatMap(body -> body.getContent().getMediaTypes().values().stream());
    }

    List<Parameter> parameters() {
        return Optional.ofNullable(operation.getParameters()).orElse(List.of());
    }

    /** Says whether it has a parameter of the name. */
    boolean takes(String parameter) {
        return parameters().stream().anyMatch(one -> parameter.equals(one.getName()));
    }

    @Override
    public String toString() {
        return verb + " " + path;
    }
}
