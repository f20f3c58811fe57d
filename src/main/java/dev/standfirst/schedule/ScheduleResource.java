package dev.standfirst.schedule;

import dev.standfirst.access.Permission;
import dev.standfirst.shared.page.Page;
import dev.standfirst.shared.page.PageRequest;
import io.quarkus.security.PermissionsAllowed;
import jakarta.ws.rs.BeanParam;
import jakarta.ws.rs.GET;
import jakarta.ws.rs.Path;
import org.eclipse.microprofile.openapi.annotations.Operation;
import org.eclipse.microprofile.openapi.annotations.tags.Tag;

/** What time is going to do. */
@Path("/v1/manage/schedule")
@Tag(name = "schedule", description = "What goes live, changes and ends, and when")
public class ScheduleResource {
    private final Schedule schedule;

    ScheduleResource(Schedule schedule) {
        this.schedule = schedule;
    }

    @GET
    @PermissionsAllowed(Permission.READ)
    @Operation(
            operationId = "listSchedule",
            summary = "List what goes live, changes and ends, the first thing first",
            description =
                    "Of published stories and of collections. What has happened is in the list too, if from lies back; but a working copy that was published is told by the history of its story.")
    public Page<Scheduled> list(@BeanParam ScheduleQuery query, @BeanParam PageRequest page) {
        return schedule.page(query, page);
    }
}
