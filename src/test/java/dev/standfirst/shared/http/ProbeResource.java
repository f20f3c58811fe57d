package dev.standfirst.shared.http;

import jakarta.validation.constraints.NotNull;
import jakarta.ws.rs.BeanParam;
import jakarta.ws.rs.GET;
import jakarta.ws.rs.Path;
import java.util.UUID;
import org.jboss.resteasy.reactive.RestPath;
import org.jboss.resteasy.reactive.RestQuery;

/** Something for the tests to call. */
@Path("/v1/probe")
public class ProbeResource {

    /** A second record beside the first. */
    public record Required(@NotNull @RestQuery Integer required) {}

    @GET
    @Path("parameters")
    public String parameters(@BeanParam ProbeParameters parameters) {
        return "%s %s %s %s %s %s"
                .formatted(
                        parameters.limit(),
                        parameters.tag(),
                        parameters.featured(),
                        parameters.publishedAtGte(),
                        parameters.order(),
                        parameters.thing());
    }

    @GET
    @Path("two")
    public String two(@BeanParam ProbeParameters parameters, @BeanParam Required required) {
        return parameters.limit() + " " + required.required();
    }

    @GET
    @Path("things/{id}")
    public String thing(@RestPath UUID id) {
        return id.toString();
    }
}
