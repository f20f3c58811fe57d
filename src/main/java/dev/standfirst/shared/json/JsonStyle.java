package dev.standfirst.shared.json;

import com.fasterxml.jackson.core.JsonGenerator;
import com.fasterxml.jackson.databind.DeserializationFeature;
import com.fasterxml.jackson.databind.ObjectMapper;
import com.fasterxml.jackson.databind.SerializationFeature;
import com.fasterxml.jackson.databind.SerializerProvider;
import com.fasterxml.jackson.databind.cfg.JsonNodeFeature;
import com.fasterxml.jackson.databind.module.SimpleModule;
import com.fasterxml.jackson.databind.ser.std.StdSerializer;
import io.quarkus.jackson.ObjectMapperCustomizer;
import jakarta.inject.Singleton;
import java.io.IOException;
import java.io.Serial;

/** How this API writes JSON: enum values in lower case, times as text. */
@Singleton
final class JsonStyle implements ObjectMapperCustomizer {

    @Override
    public void customize(ObjectMapper mapper) {
        SimpleModule enums = new SimpleModule("lower-case-enums");
        enums.addSerializer(new LowerCase());
        exact(mapper).registerModule(enums).disable(SerializationFeature.WRITE_DATES_AS_TIMESTAMPS);
    }

    /** Lets trees keep numbers as they are written, {@code 1.10} and forty digits included; a double would not. */
    static ObjectMapper exact(ObjectMapper mapper) {
        return mapper.enable(DeserializationFeature.USE_BIG_DECIMAL_FOR_FLOATS)
                .configure(JsonNodeFeature.STRIP_TRAILING_BIGDECIMAL_ZEROES, false);
    }

    @SuppressWarnings("rawtypes") // Jackson registers a serializer of all enums under the raw type
    private static final class LowerCase extends StdSerializer<Enum> {
        @Serial
        private static final long serialVersionUID = 1L;

        LowerCase() {
            super(Enum.class);
        }

        @Override
        public void serialize(Enum value, JsonGenerator json, SerializerProvider provider) throws IOException {
            json.writeString(Spelling.of(value));
        }
    }
}
