package dev.standfirst.comment.person;

import jakarta.validation.constraints.NotNull;
import jakarta.validation.constraints.Pattern;
import jakarta.validation.constraints.Size;
import org.eclipse.microprofile.openapi.annotations.media.Schema;

/** Whom to forget, and how. */
@Schema(description = "Whom to forget, and how")
public record Erasure(
        @Schema(description = "The person's e-mail address, in any letter case", examples = "ines@example.org")
        @NotNull
        @Size(max = 254)
        @Pattern(regexp = "\\s*[^@\\s]+@[^@\\s]+\\s*", message = "must be an e-mail address")
        String email,

        @Schema(
                description =
                        "What becomes of the person's comments. anonymise: the texts stay, without a name, without the address in them; delete: nothing of them stays but their places, where replies hang on them")
        @NotNull
        Mode mode) {

    /** What becomes of the comments of an erased person. */
    public enum Mode {
        ANONYMISE,
        DELETE
    }
}
