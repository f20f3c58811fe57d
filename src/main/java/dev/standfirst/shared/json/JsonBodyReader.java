package dev.standfirst.shared.json;

import com.fasterxml.jackson.databind.JsonNode;
import com.fasterxml.jackson.databind.node.ObjectNode;
import dev.standfirst.shared.problem.RequestProblem;
import jakarta.ws.rs.Consumes;
import jakarta.ws.rs.core.MediaType;
import jakarta.ws.rs.core.MultivaluedMap;
import jakarta.ws.rs.ext.MessageBodyReader;
import jakarta.ws.rs.ext.Provider;
import java.io.InputStream;
import java.lang.annotation.Annotation;
import java.lang.reflect.Type;

/** Reads the body of every request: a record through {@link Drafts}, or a merge patch as it is. */
@Provider
@Consumes({MediaType.APPLICATION_JSON, MergePatch.MEDIA_TYPE})
public class JsonBodyReader implements MessageBodyReader<Record> {
    private static final MediaType MERGE_PATCH = MediaType.valueOf(MergePatch.MEDIA_TYPE);

    private final Drafts drafts;

    JsonBodyReader(Drafts drafts) {
        this.drafts = drafts;
    }

    @Override
    public boolean isReadable(Class<?> type, Type genericType, Annotation[] annotations, MediaType mediaType) {
        return type.isRecord();
    }

    @Override
    public Record readFrom(
            Class<Record> type,
            Type genericType,
            Annotation[] annotations,
            MediaType mediaType,
            MultivaluedMap<String, String> headers,
            InputStream body) {
        if ((Class<?>) type != MergePatch.class && mediaType.isCompatible(MERGE_PATCH)) {
            throw RequestProblem.UNSUPPORTED_MEDIA_TYPE.because("A merge patch is taken by PATCH alone.");
        }
        JsonNode tree = drafts.parse(body);
        if ((Class<?>) type != MergePatch.class) {
            return drafts.read(tree, type);
        }
        if (tree instanceof ObjectNode changes) {
            return new MergePatch<>(changes);
        }
        throw RequestProblem.WRONG_TYPE
                .because("A merge patch is an object.")
                .with(RequestProblem.WRONG_TYPE.at("#", "must be an object"));
    }
}
