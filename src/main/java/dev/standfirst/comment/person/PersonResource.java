package dev.standfirst.comment.person;

import dev.standfirst.access.CurrentActor;
import dev.standfirst.access.Permission;
import dev.standfirst.shared.idempotency.SafeToRepeat;
import dev.standfirst.shared.openapi.AlsoAnswers;
import io.quarkus.security.PermissionsAllowed;
import jakarta.ws.rs.BeanParam;
import jakarta.ws.rs.POST;
import jakarta.ws.rs.Path;
import org.eclipse.microprofile.openapi.annotations.Operation;
import org.eclipse.microprofile.openapi.annotations.tags.Tag;

/** People who have no account, for the desk. */
@Path("/v1/manage/people")
@Tag(name = "people", description = "What is stored about people who have no account")
public class PersonResource {
    private final PersonService people;
    private final CurrentActor actor;

    PersonResource(PersonService people, CurrentActor actor) {
        this.people = people;
        this.actor = actor;
    }

    @POST
    @SafeToRepeat
    @Path("export")
    @PermissionsAllowed(Permission.MANAGE_PEOPLE)
    @Operation(
            operationId = "exportPerson",
            summary = "Read all that is stored about a person",
            description =
                    "By POST, because an address of a person has no place in a URL. The log of changes says that it was asked for, and not about whom.")
    public PersonExport export(Person person) {
        return people.export(person, actor.get());
    }

    @POST
    @SafeToRepeat
    @Path("erase")
    @PermissionsAllowed(Permission.MANAGE_PEOPLE)
    @Operation(
            operationId = "erasePerson",
            summary = "Erase a person",
            description =
                    "Afterwards the address is in no table, in no letter case: not with the comments, not in their words, not in the block lists, not in answers kept for repeated requests. IP addresses and programs kept with the comments go too. It is done whole or not at all, and there is no way back. Threads stay whole. The log of changes says that somebody was erased, and not who.")
    @AlsoAnswers(409)
    public ErasureResult erase(@BeanParam ErasureOptions options, Erasure erasure) {
        return people.erase(erasure, options.dryRun(), actor.get());
    }
}
