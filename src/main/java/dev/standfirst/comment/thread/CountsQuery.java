package dev.standfirst.comment.thread;

import dev.standfirst.shared.text.Ref;
import jakarta.validation.constraints.NotNull;
import jakarta.validation.constraints.Pattern;
import java.util.Arrays;
import java.util.List;
import org.eclipse.microprofile.openapi.annotations.parameters.Parameter;
import org.jboss.resteasy.reactive.RestQuery;

/** The comments of which articles are wanted in number. */
public record CountsQuery(
        @Parameter(
                description =
                        "The articles, by slug or id, comma-separated, 100 at most; those that are not live are left out")
        @NotNull
        @Pattern(
                regexp = "[^,]{1,200}(,[^,]{1,200}){0,99}",
                message = "must be up to 100 slugs or ids, separated by single commas")
        @RestQuery
        String articles) {

    List<Ref> refs() {
        return Arrays.stream(articles.split(",")).map(Ref::of).toList();
    }
}
