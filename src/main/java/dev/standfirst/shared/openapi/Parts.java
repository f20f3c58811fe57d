package dev.standfirst.shared.openapi;

import dev.standfirst.shared.problem.Problem;
import java.util.Map;
import java.util.TreeMap;
import org.eclipse.microprofile.openapi.OASFactory;
import org.eclipse.microprofile.openapi.models.Components;
import org.eclipse.microprofile.openapi.models.headers.Header;
import org.eclipse.microprofile.openapi.models.media.Schema;
import org.eclipse.microprofile.openapi.models.media.Schema.SchemaType;
import org.eclipse.microprofile.openapi.models.parameters.Parameter;
import org.eclipse.microprofile.openapi.models.responses.APIResponse;

/** What the operations of a document share, each under its name; only what is asked for is written. */
final class Parts {
    private final Examples examples;
    private final Map<String, APIResponse> answers = new TreeMap<>();
    private final Map<String, Header> headers = new TreeMap<>();
    private final Map<String, Parameter> parameters = new TreeMap<>();

    Parts(Examples examples) {
        this.examples = examples;
    }

    /** Returns a reference to the answer. */
    APIResponse answer(SharedAnswer answer) {
        answers.computeIfAbsent(answer.part(), name -> written(answer));
        return OASFactory.createAPIResponse().ref(answer.part());
    }

    private APIResponse written(SharedAnswer answer) {
        APIResponse written = OASFactory.createAPIResponse().description(answer.description());
        answer.headers().forEach(header -> written.addHeader(header.field(), header(header)));
        if (answer.isProblem()) {
            var media = OASFactory.createMediaType()
                    .schema(OASFactory.createSchema().ref("Problem"));
            examples.read(answer.part()).ifPresent(media::setExample);
            written.setContent(OASFactory.createContent().addMediaType(Problem.MEDIA_TYPE, media));
        }
        return written;
    }

    /** Returns a reference to the header. */
    Header header(SharedHeader header) {
        headers.computeIfAbsent(header.field(), name -> {
            Header written = OASFactory.createHeader()
                    .description(header.meaning())
                    .schema(text())
                    .example(header.example());
            if (header.always()) {
                written.setRequired(true);
            }
            return written;
        });
        return OASFactory.createHeader().ref(header.field());
    }

    /** Returns a reference to the parameter. */
    Parameter parameter(SharedParameter parameter) {
        parameters.computeIfAbsent(
                parameter.field(),
                name -> OASFactory.createParameter()
                        .name(name)
                        .in(Parameter.In.HEADER)
                        .required(parameter.required())
                        .description(parameter.meaning())
                        .schema(text())
                        .example(parameter.example()));
        return OASFactory.createParameter().ref(parameter.field());
    }

    private static Schema text() {
        return OASFactory.createSchema().addType(SchemaType.STRING);
    }

    /** Returns all that were asked for. */
    Components components() {
        return OASFactory.createComponents()
                .parameters(parameters)
                .headers(headers)
                .responses(answers);
    }
}
