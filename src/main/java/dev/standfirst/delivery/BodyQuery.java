package dev.standfirst.delivery;

import jakarta.validation.constraints.Pattern;
import jakarta.ws.rs.DefaultValue;
import java.util.List;
import org.eclipse.microprofile.openapi.annotations.parameters.Parameter;
import org.jboss.resteasy.reactive.RestQuery;

/** In which forms the text of an article is wanted. */
public record BodyQuery(
        @Parameter(
                description =
                        "The forms of the body, comma-separated: html (sanitised), text, blocks (a tree of data to draw without HTML), markdown (only where the source is Markdown; NOT sanitised)")
        @Pattern(
                regexp = "(html|text|blocks|markdown)(,(html|text|blocks|markdown)){0,3}",
                message = "must be html, text, blocks, markdown or some of them, separated by commas")
        @DefaultValue("html")
        @RestQuery
        String body) {

    boolean has(String form) {
        return List.of(body.split(",")).contains(form);
    }
}
