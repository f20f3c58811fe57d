package dev.standfirst.shared.openapi;

import java.util.Arrays;
import java.util.List;
import java.util.Optional;
import org.eclipse.microprofile.openapi.OASFactory;
import org.eclipse.microprofile.openapi.models.media.Schema;
import org.eclipse.microprofile.openapi.models.parameters.Parameter;

/** What an operation takes in its address and its headers. */
public final class Parameters {
    private static final int LONGEST_NAME = 200;

    private final Endpoint endpoint;
    private final Parts parts;

    Parameters(Endpoint endpoint, Parts parts) {
        this.endpoint = endpoint;
        this.parts = parts;
        endpoint.operation()
                .setParameters(endpoint.parameters().stream().map(this::mended).toList());
    }

    /** Adds a request header that is the same for all operations. */
    public void add(SharedParameter header) {
        endpoint.operation().addParameter(parts.parameter(header));
    }

    private Parameter mended(Parameter scanned) {
        Optional<SharedParameter> shared = Arrays.stream(SharedParameter.values())
                .filter(header -> header.field().equals(scanned.getName()))
                .findFirst();
        if (shared.isPresent()) {
            return endpoint.annotation(OptionalVersion.class).isPresent()
                    ? optional(shared.get())
                    : parts.parameter(shared.get());
        }
        if (scanned.getIn() == Parameter.In.PATH) {
            describe(scanned);
        }
        return scanned;
    }

    /** A condition that a request may set, and is done without as well. */
    private static Parameter optional(SharedParameter header) {
        return OASFactory.createParameter()
                .name(header.field())
                .in(Parameter.In.HEADER)
                .description("Only if it is still so as it was read: the ETag of that answer (RFC 9110)")
                .schema(OASFactory.createSchema().addType(Schema.SchemaType.STRING))
                .example(header.example());
    }

    /** Says what a name in a path means, where it means the same in all paths. */
    private static void describe(Parameter parameter) {
        if (parameter.getDescription() == null) {
            parameter.setDescription(
                    switch (parameter.getName()) {
                        case "id" -> "Its id";
                        case "ref" -> "Its slug or its id";
                        default -> throw new IllegalStateException(parameter.getName() + " needs a description");
                    });
        }
        Schema schema = parameter.getSchema();
        if (schema.getRef() == null && schema.getFormat() == null) {
            schema.minLength(1).maxLength(LONGEST_NAME);
        }
    }

    List<Parameter> all() {
        return endpoint.parameters();
    }
}
