package dev.standfirst.transfer;

import com.fasterxml.jackson.annotation.JsonInclude;
import org.eclipse.microprofile.openapi.annotations.media.Schema;
import org.jspecify.annotations.Nullable;

/** A line of what an import tells while it runs: exactly one of its members is there. */
@JsonInclude(JsonInclude.Include.NON_NULL)
@Schema(description = "A line of what an import tells while it runs: exactly one of its members is there")
public record ImportMessage(
        @Schema(description = "How it stands: in the first line, then once a second, and at the end") @Nullable
        ImportView progress,

        @Schema(description = "A fault that was found") @Nullable
        ImportFault fault) {

    static ImportMessage of(ImportView progress) {
        return new ImportMessage(progress, null);
    }

    static ImportMessage of(ImportFault fault) {
        return new ImportMessage(null, fault);
    }
}
