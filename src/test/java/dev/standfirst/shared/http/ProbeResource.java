package dev.standfirst.shared.http;

import dev.standfirst.shared.idempotency.Idempotent;
import jakarta.validation.constraints.NotNull;
import jakarta.ws.rs.BeanParam;
import jakarta.ws.rs.Consumes;
import jakarta.ws.rs.GET;
import jakarta.ws.rs.POST;
import jakarta.ws.rs.Path;
import jakarta.ws.rs.Produces;
import jakarta.ws.rs.core.MediaType;
import java.util.Optional;
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

    /** A body of any length. */
    public record Body(String text) {}

    @POST
    @Idempotent
    @Path("body")
    @Consumes(MediaType.APPLICATION_JSON)
    public Body body(Body body) {
        return new Body(String.valueOf(body.text().length()));
    }

    @GET
    @Path("defect/resource")
    public String defect() {
        return Optional.<String>empty()
                .orElseThrow(() -> new IllegalStateException("select secret from dev.standfirst"));
    }

    /** Cannot be written. */
    public record Unwritable(String text) {
        /** Fails. */
        public String getMore() {
            return Optional.<String>empty()
                    .orElseThrow(() -> new IllegalStateException("select secret from dev.standfirst"));
        }
    }

    @GET
    @Path("defect/getter")
    public Unwritable getter() {
        return new Unwritable("text");
    }

    /** Has no serializer. */
    public static final class Opaque {}

    @GET
    @Path("defect/writing")
    @Produces(MediaType.APPLICATION_JSON)
    public Opaque writing() {
        return new Opaque();
    }
}
