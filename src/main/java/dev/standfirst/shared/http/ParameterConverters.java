package dev.standfirst.shared.http;

import jakarta.ws.rs.ext.ParamConverter;
import jakarta.ws.rs.ext.ParamConverterProvider;
import jakarta.ws.rs.ext.Provider;
import java.lang.annotation.Annotation;
import java.lang.reflect.Type;
import java.time.Instant;
import java.util.UUID;
import org.jspecify.annotations.Nullable;

/**
 * Converts the parameters that JAX-RS itself would read otherwise: enums in lower case, times with any offset, UUIDs only in full. What
 * cannot be read in a path is answered with 404; in a query {@link QueryParameters} has refused it before.
 */
@Provider
public class ParameterConverters implements ParamConverterProvider {

    @Override
    public <T> @Nullable ParamConverter<T> getConverter(Class<T> type, Type genericType, Annotation[] annotations) {
        return type.isEnum() || type == Instant.class || type == UUID.class ? new Converter<>(type) : null;
    }

    private record Converter<T>(Class<T> type) implements ParamConverter<T> {

        @Override
        public T fromString(String text) {
            return type.cast(ParameterText.read(text, type));
        }

        @Override
        public String toString(T value) {
            return value.toString();
        }
    }
}
