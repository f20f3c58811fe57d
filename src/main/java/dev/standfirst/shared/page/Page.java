package dev.standfirst.shared.page;

import com.fasterxml.jackson.annotation.JsonInclude;
import java.util.List;
import java.util.function.Function;
import org.eclipse.microprofile.openapi.annotations.media.Schema;
import org.jspecify.annotations.Nullable;

/** One page of a list. */
public record Page<T>(
        @Schema(description = "The things on this page, in the order of the list")
        List<T> items,

        @Schema(description = "Where this page stands in the list")
        PageInfo page) {

    /** Makes the same page of other items. */
    public <R> Page<R> map(Function<? super T, ? extends R> change) {
        return new Page<>(items.stream().<R>map(change).toList(), page);
    }

    /** Where a page stands. */
    public record PageInfo(
            @Schema(description = "The most items that a page of this walk has", minimum = "1", maximum = "100")
            int limit,

            @Schema(
                    description =
                            "The next page, as a reference relative to this server; null on the last page. The header Link (RFC 8288) has it too")
            @Nullable
            String next,

            @Schema(
                    description = "How many items the whole list has; only with ?count=exact or ?count=estimate",
                    minimum = "0")
            @JsonInclude(JsonInclude.Include.NON_NULL)
            @Nullable
            Long total,

            @Schema(
                    description =
                            "Whether the total is the database's estimate; only with ?count=exact or ?count=estimate")
            @JsonInclude(JsonInclude.Include.NON_NULL)
            @Nullable
            Boolean totalIsEstimate) {}
}
