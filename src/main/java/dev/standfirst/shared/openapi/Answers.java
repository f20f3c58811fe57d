package dev.standfirst.shared.openapi;

import java.util.Arrays;
import java.util.Map;
import java.util.TreeMap;
import java.util.function.BiConsumer;
import java.util.stream.IntStream;
import java.util.stream.Stream;
import org.eclipse.microprofile.openapi.OASFactory;
import org.eclipse.microprofile.openapi.models.media.Content;
import org.eclipse.microprofile.openapi.models.media.MediaType;
import org.eclipse.microprofile.openapi.models.responses.APIResponse;
import org.jboss.jandex.AnnotationInstance;
import org.jboss.jandex.DotName;
import org.jboss.resteasy.reactive.ResponseStatus;
import org.jspecify.annotations.Nullable;

/**
 * What an operation may answer.
 *
 * <p>A method declares nothing as a rule: the status follows from {@link ResponseStatus} and the return type, the problems from what the
 * operation takes. {@link AlsoAnswers} declares the rest.
 */
public final class Answers {
    private static final DotName ALSO = DotName.createSimple(AlsoAnswers.class);
    private static final DotName STATUS = DotName.createSimple(ResponseStatus.class);

    private final Endpoint endpoint;
    private final Parts parts;
    private final @Nullable Content content;
    private final Map<Integer, APIResponse> answers = new TreeMap<>();

    Answers(Endpoint endpoint, Parts parts) {
        this.endpoint = endpoint;
        this.parts = parts;
        this.content = endpoint.operation().getResponses().getAPIResponses().values().stream()
                .map(APIResponse::getContent)
                .flatMap(Stream::ofNullable)
                .findFirst()
                .orElse(null);
        addSuccesses();
        addRefusals();
    }

    /** Adds answers that are the same for all operations. */
    public void add(int... statuses) {
        Arrays.stream(statuses)
                .forEach(status -> answers.computeIfAbsent(status, key -> parts.answer(SharedAnswer.of(status))));
    }

    /** Adds a header to each successful answer. */
    public void addHeader(SharedHeader header) {
        successes().forEach(answer -> answer.addHeader(header.field(), parts.header(header)));
    }

    private void addSuccesses() {
        IntStream also = Stream.ofNullable(endpoint.method().annotation(ALSO))
                .flatMapToInt(annotation -> IntStream.of(annotation.value().asIntArray()));
        IntStream.concat(IntStream.of(implied()), also).forEach(status -> {
            if (isSuccess(status)) {
                answers.put(status, success(status));
            } else {
                add(status);
            }
        });
    }

    private int implied() {
        AnnotationInstance status = endpoint.method().annotation(STATUS);
        return status != null ? status.value().asInt() : content == null ? 204 : 200;
    }

    private APIResponse success(int status) {
        APIResponse answer = OASFactory.createAPIResponse().description(description(status));
        if (content != null) {
            answer.setContent(copy(content));
        }
        if (status == 201) {
            answer.addHeader(SharedHeader.LOCATION.field(), parts.header(SharedHeader.LOCATION));
        }
        if (endpoint.isList()) {
            answer.addHeader(SharedHeader.LINK.field(), parts.header(SharedHeader.LINK));
        }
        return answer;
    }

    private String description(int status) {
        if (status != 200) {
            return switch (status) {
                case 201 -> "Created";
                case 202 -> "Taken, and not to be seen yet";
                default -> "Done";
            };
        }
        if (content != null && endpoint.isWrite() && content.getMediaTypes().containsKey("application/x-ndjson")) {
            return "It has begun, and how it goes comes a line at a time; the last says how it ended";
        }
        return endpoint.isList()
                ? "A page of the list"
                : endpoint.isWrite() ? "Done: what is there now" : "What is there";
    }

    /** Adds the refusals that follow from what the operation takes. */
    private void addRefusals() {
        add(400, 500, 503);
        if (content != null) {
            add(406);
        }
        if (endpoint.namesOne()) {
            add(404);
        }
        if (endpoint.takes(SharedParameter.IF_MATCH.field())) {
            add(412);
            if (endpoint.annotation(OptionalVersion.class).isEmpty()) {
                add(428);
            }
        }
        if (endpoint.draft().isPresent()) {
            add(413, 415, 422);
        }
    }

    /** Goes through the media types of the bodies of successful answers, with what is said about each. */
    void eachBody(BiConsumer<Integer, MediaType> say) {
        answers.forEach((status, answer) -> {
            if (isSuccess(status) && answer.getContent() != null) {
                answer.getContent().getMediaTypes().values().forEach(media -> say.accept(status, media));
            }
        });
    }

    /** Each status says something of its own about the same types. */
    private static Content copy(Content scanned) {
        Content copy = OASFactory.createContent();
        scanned.getMediaTypes()
                .forEach((type, media) ->
                        copy.addMediaType(type, OASFactory.createMediaType().schema(media.getSchema())));
        return copy;
    }

    private Stream<APIResponse> successes() {
        return answers.entrySet().stream()
                .filter(answer -> isSuccess(answer.getKey()))
                .map(Map.Entry::getValue);
    }

    private static boolean isSuccess(int status) {
        return status / 100 == 2;
    }

    /** Writes them down in the order of their statuses. */
    void write() {
        var written = OASFactory.createAPIResponses();
        answers.forEach((status, answer) -> written.addAPIResponse(String.valueOf(status), answer));
        endpoint.operation().setResponses(written);
    }
}
