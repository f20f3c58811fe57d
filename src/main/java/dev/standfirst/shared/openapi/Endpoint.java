package dev.standfirst.shared.openapi;

import dev.standfirst.shared.http.Versioned;
import dev.standfirst.shared.json.MergePatch;
import dev.standfirst.shared.page.Page;
import jakarta.ws.rs.BeanParam;
import jakarta.ws.rs.Path;
import jakarta.ws.rs.core.Context;
import java.util.Arrays;
import java.util.HashMap;
import java.util.List;
import java.util.Locale;
import java.util.Map;
import java.util.Optional;
import java.util.Set;
import java.util.TreeMap;
import java.util.stream.Collectors;
import java.util.stream.Stream;
import org.eclipse.microprofile.openapi.OASFactory;
import org.eclipse.microprofile.openapi.annotations.responses.APIResponses;
import org.eclipse.microprofile.openapi.models.Operation;
import org.eclipse.microprofile.openapi.models.PathItem.HttpMethod;
import org.eclipse.microprofile.openapi.models.media.Content;
import org.eclipse.microprofile.openapi.models.parameters.Parameter;
import org.eclipse.microprofile.openapi.models.responses.APIResponse;
import org.eclipse.microprofile.openapi.models.tags.Tag;
import org.jboss.jandex.AnnotationInstance;
import org.jboss.jandex.AnnotationValue;
import org.jboss.jandex.ClassInfo;
import org.jboss.jandex.DotName;
import org.jboss.jandex.IndexView;
import org.jboss.jandex.MethodInfo;
import org.jboss.jandex.MethodParameterInfo;
import org.jboss.jandex.ParameterizedType;
import org.jboss.jandex.Type;
import org.jboss.resteasy.reactive.ResponseStatus;
import org.jboss.resteasy.reactive.RestHeader;
import org.jboss.resteasy.reactive.RestPath;
import org.jboss.resteasy.reactive.RestResponse;
import org.jspecify.annotations.Nullable;

/** One operation of a contract, and the method of a resource behind it. */
public final class Endpoint {
    private static final DotName PATH = DotName.createSimple(Path.class);
    private static final Set<DotName> ELSEWHERE = Stream.of(
                    BeanParam.class, Context.class, RestHeader.class, RestPath.class)
            .map(DotName::createSimple)
            .collect(Collectors.toUnmodifiableSet());
    private static final DotName PATCH = DotName.createSimple(MergePatch.class);
    private static final DotName DECLARED =
            DotName.createSimple(org.eclipse.microprofile.openapi.annotations.responses.APIResponse.class);
    private static final DotName DECLARED_SEVERAL = DotName.createSimple(APIResponses.class);
    private static final DotName STATUS = DotName.createSimple(ResponseStatus.class);
    private static final DotName RESPONSE = DotName.createSimple(RestResponse.class);
    private static final DotName VERSIONED = DotName.createSimple(Versioned.class);
    private static final DotName LIST = DotName.createSimple(Page.class);

    private final HttpMethod verb;
    private final String path;
    private final Operation operation;
    private final MethodInfo method;
    private final IndexView index;
    private final Parts parts;
    private final Map<String, APIResponse> answers = new TreeMap<>();

    Endpoint(HttpMethod verb, String path, Operation operation, MethodInfo method, IndexView index, Parts parts) {
        this.verb = verb;
        this.path = path;
        this.operation = operation;
        this.method = method;
        this.index = index;
        this.parts = parts;
    }

    /** Finds the methods of resources by verb and path; several operations may share an id, as long as no document has two of them. */
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

    /** The tag that the resource has, with its description: the scanner keeps one of each name for all documents. */
    Tag tag() {
        AnnotationInstance tag = annotation(org.eclipse.microprofile.openapi.annotations.tags.Tag.class)
                .orElseThrow(() -> new IllegalStateException(method.declaringClass() + " needs a @Tag"));
        return OASFactory.createTag()
                .name(tag.value("name").asString())
                .description(tag.value("description").asString());
    }

    /** The draft that the body of the request is read into, or is a patch of. */
    Optional<Type> draft() {
        return body().map(type -> type instanceof ParameterizedType patch && isPatch() ? patch.arguments().get(0) : type);
    }

    private boolean isPatch() {
        return body().filter(type -> type.name().equals(PATCH)).isPresent();
    }

    /** The type of the one parameter that JAX-RS does not take from the address or the headers. */
    private Optional<Type> body() {
        return method.parameters().stream()
                .filter(parameter -> parameter.annotations().stream()
                        .noneMatch(annotation -> ELSEWHERE.contains(annotation.name())))
                .map(MethodParameterInfo::type)
                .findFirst();
    }

    HttpMethod verb() {
        return verb;
    }

    /** The path, with the names of its parameters in braces. */
    public String path() {
        return path;
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

    /** The type of the body of a successful answer. */
    Type answered() {
        Type type = method.returnType();
        return type.name().equals(RESPONSE) && type instanceof ParameterizedType response
                ? response.arguments().get(0)
                : type;
    }

    /** Adds answers that many operations share. */
    public void mayAnswer(int... statuses) {
        Arrays.stream(statuses)
                .forEach(status -> answers.computeIfAbsent(String.valueOf(status), key -> parts.answer(status)));
    }

    /** Adds a header to each successful answer. */
    public void answersWith(SharedHeader header) {
        answers.forEach((status, answer) -> {
            if (status.startsWith("2")) {
                answer.addHeader(header.field(), parts.header(header));
            }
        });
    }

    /** Adds a request header. */
    public void takes(SharedParameter header) {
        operation.addParameter(parts.parameter(header));
    }

    /** Writes the successful answers: the implied one, and those the method declares. */
    void describeAnswers() {
        Content content = operation.getResponses().getAPIResponses().values().stream()
                .map(APIResponse::getContent)
                .flatMap(Stream::ofNullable)
                .findFirst()
                .orElse(null);
        answers.put(impliedStatus(content), OASFactory.createAPIResponse());
        declared().forEach((status, description) -> {
            if (status.startsWith("2")) {
                answers.put(status, OASFactory.createAPIResponse().description(description));
            } else {
                mayAnswer(Integer.parseInt(status));
            }
        });
        answers.forEach((status, answer) -> {
            if (status.startsWith("2")) {
                describe(answer, status, content);
            }
        });
    }

    private void describe(APIResponse answer, String status, @Nullable Content content) {
        if (answer.getDescription() == null) {
            answer.description(description(status));
        }
        if (status.equals("201")) {
            answer.addHeader(SharedHeader.LOCATION.field(), parts.header(SharedHeader.LOCATION));
        }
        if (isList()) {
            answer.addHeader(SharedHeader.LINK.field(), parts.header(SharedHeader.LINK));
        }
        if (content != null && !status.equals("204")) {
            parts.example(operation.getOperationId()).ifPresent(example -> content.getMediaTypes()
                    .values()
                    .forEach(media -> media.setExample(example)));
            answer.setContent(content);
        }
    }

    private String description(String status) {
        return switch (status) {
            case "201" -> "Created";
            case "204" -> "Done; there is nothing more to say";
            default -> isList() ? "A page of the list" : isWrite() ? "Done: what is there now" : "What is there now";
        };
    }

    private String impliedStatus(@Nullable Content content) {
        AnnotationInstance status = method.annotation(STATUS);
        if (status != null) {
            return String.valueOf(status.value().asInt());
        }
        return content == null ? "204" : "200";
    }

    private Map<String, @Nullable String> declared() {
        Map<String, @Nullable String> declared = new TreeMap<>();
        Stream.concat(
                        Stream.ofNullable(method.annotation(DECLARED)),
                        Stream.ofNullable(method.annotation(DECLARED_SEVERAL))
                                .flatMap(several -> Arrays.stream(several.value().asNestedArray())))
                .forEach(one -> {
                    AnnotationValue description = one.value("description");
                    declared.put(
                            one.value("responseCode").asString(),
                            description == null ? null : description.asString());
                });
        return declared;
    }

    /** Writes the problems that follow from what the operation takes. */
    void describeRefusals() {
        mayAnswer(400, 500, 503);
        if (answers.keySet().stream().anyMatch(status -> status.equals("200") || status.equals("201"))) {
            mayAnswer(406);
        }
        if (namesOne()) {
            mayAnswer(404);
        }
        if (takesIfMatch()) {
            mayAnswer(412, 428);
        }
        if (operation.getRequestBody() != null) {
            mayAnswer(413, 415, 422);
            parts.example(operation.getOperationId() + ".request").ifPresent(example -> operation
                    .getRequestBody()
                    .getContent()
                    .getMediaTypes()
                    .values()
                    .forEach(media -> media.setExample(example)));
        }
    }

    /** Hands the schemas of its parameters and bodies over to be written. */
    void write(Schemas schemas) {
        Stream.ofNullable(operation.getParameters())
                .flatMap(List::stream)
                .filter(parameter -> parameter.getSchema() != null)
                .forEach(parameter -> parameter.setSchema(schemas.writeSent(parameter.getSchema())));
        answers.values().stream()
                .filter(answer -> answer.getContent() != null)
                .flatMap(answer -> answer.getContent().getMediaTypes().values().stream())
                .forEach(media -> media.setSchema(schemas.writeSent(media.getSchema())));
        draft().ifPresent(draft -> operation
                .getRequestBody()
                .getContent()
                .getMediaTypes()
                .values()
                .forEach(media -> media.setSchema(
                        isPatch() ? schemas.writePatch(draft) : schemas.writeReceived(draft))));
    }

    /** Puts what all say of If-Match into the place of what the scanner knows of it. */
    private boolean takesIfMatch() {
        List<Parameter> parameters = operation.getParameters();
        boolean takes = parameters != null
                && parameters.removeIf(parameter -> SharedParameter.IF_MATCH.field().equals(parameter.getName()));
        if (takes) {
            takes(SharedParameter.IF_MATCH);
        }
        return takes;
    }

    /** Writes the answers down in the order of their statuses. */
    void sortAnswers() {
        var sorted = OASFactory.createAPIResponses();
        answers.forEach(sorted::addAPIResponse);
        operation.setResponses(sorted);
    }

    @Override
    public String toString() {
        return verb.name().toUpperCase(Locale.ROOT) + " " + path;
    }
}
