package dev.standfirst.article.bulk;

import dev.standfirst.access.CurrentActor;
import dev.standfirst.access.Permission;
import dev.standfirst.article.ArticleFilter;
import dev.standfirst.shared.idempotency.Idempotent;
import io.quarkus.security.PermissionsAllowed;
import jakarta.ws.rs.BeanParam;
import jakarta.ws.rs.POST;
import jakarta.ws.rs.Path;
import org.eclipse.microprofile.openapi.annotations.Operation;
import org.eclipse.microprofile.openapi.annotations.tags.Tag;

/** Changes of many articles at once. */
@Path("/v1/manage/articles") // and not with the word bulk, or no story of that slug could be read
@Tag(name = "articles", description = "Stories: drafts, published and scheduled ones, and the trash")
public class BulkResource {
    private final BulkService bulk;
    private final CurrentActor actor;

    BulkResource(BulkService bulk, CurrentActor actor) {
        this.bulk = bulk;
        this.actor = actor;
    }

    @POST
    @Idempotent
    @Path("bulk")
    @PermissionsAllowed(Permission.WRITE_ARTICLES)
    @Operation(
            operationId = "changeArticles",
            summary = "Change many articles at once",
            description =
                    "The filter is that of the list of articles; without status it leaves out the trash, and with the move restore it means the trash alone. "
                            + "The work is done in batches of 50, each kept whole, and an article that is refused keeps no other from being changed; "
                            + "so a request that broke off can be sent again. It needs ids or at least one filter. More than 10,000 articles are refused (422, too-many-articles), and so is a second such change while one is running (409, bulk-change-running).")
    public BulkResult change(@BeanParam ArticleFilter filter, @BeanParam BulkOptions options, BulkChange change) {
        return bulk.change(filter, change, options, actor.get());
    }
}
