package dev.standfirst.comment;

import dev.standfirst.shared.sql.Sql;
import dev.standfirst.shared.text.Ref;
import jakarta.validation.constraints.Size;
import java.time.Instant;
import java.util.Locale;
import org.eclipse.microprofile.openapi.annotations.parameters.Parameter;
import org.jboss.resteasy.reactive.RestQuery;
import org.jspecify.annotations.Nullable;

/** Which comments are wanted. */
public record CommentFilter(
        @Parameter(description = "Only comments that stand so") @RestQuery @Nullable
        CommentStatus status,

        @Parameter(description = "Only comments below the article of this slug or id")
        @Size(min = 1, max = 200)
        @RestQuery
        @Nullable
        String article,

        @Parameter(
                description =
                        "Only comments with this in their text or in the name of who wrote them, in any letter case")
        @Size(min = 2, max = 200)
        @RestQuery
        @Nullable
        String text,

        @Parameter(description = "Only comments sent at or after this moment") @RestQuery("createdAt.gte") @Nullable
        Instant createdAtGte,

        @Parameter(description = "Only comments sent before this moment") @RestQuery("createdAt.lt") @Nullable
        Instant createdAtLt) {

    private static final CommentFilter NONE = new CommentFilter(null, null, null, null, null);

    /** Says whether it keeps every comment. */
    boolean isEmpty() {
        return equals(NONE);
    }

    Sql condition() {
        Sql condition = Sql.of("")
                .andIf("comment.status = ?", status == null ? null : status.name())
                .andIf("comment.created_at >= ?", createdAtGte)
                .andIf("comment.created_at < ?", createdAtLt)
                .andIf(
                        "lower(coalesce(comment.author_name, '') || ' ' || coalesce(comment.text, '')) like ?",
                        text == null ? null : containing(text));
        return article == null
                ? condition
                : condition
                        .then("and comment.article_id = (select article.id from article where")
                        .then(Ref.of(article).condition("article"))
                        .then(")");
    }

    private static String containing(String part) {
        return "%" + part.toLowerCase(Locale.ROOT).replaceAll("[\\\\%_]", "\\\\$0") + "%";
    }
}
