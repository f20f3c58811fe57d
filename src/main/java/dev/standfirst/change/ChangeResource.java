package dev.standfirst.change;

import dev.standfirst.access.Permission;
import dev.standfirst.shared.page.Page;
import dev.standfirst.shared.page.PageRequest;
import io.quarkus.security.PermissionsAllowed;
import jakarta.ws.rs.BeanParam;
import jakarta.ws.rs.GET;
import jakarta.ws.rs.Path;
import org.eclipse.microprofile.openapi.annotations.Operation;
import org.eclipse.microprofile.openapi.annotations.tags.Tag;

/** The log as an audit trail: who did what to which thing, and when. */
@Path("/v1/manage/changes")
@Tag(name = "changes", description = "Who did what to which thing, and when")
public class ChangeResource {
    private final Changes changes;

    ChangeResource(Changes changes) {
        this.changes = changes;
    }

    @GET
    @PermissionsAllowed(Permission.READ_CHANGES)
    @Operation(operationId = "listChanges", summary = "List changes, the latest first")
    public Page<LoggedChange> list(@BeanParam ChangeFilter filter, @BeanParam PageRequest page) {
        return changes.page(filter, page);
    }
}
