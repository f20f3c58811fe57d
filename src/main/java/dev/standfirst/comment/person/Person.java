package dev.standfirst.comment.person;

import jakarta.validation.constraints.NotNull;
import jakarta.validation.constraints.Pattern;
import jakarta.validation.constraints.Size;
import org.eclipse.microprofile.openapi.annotations.media.Schema;

/** A person, as one without an account is known. */
@Schema(description = "A person, as one without an account is known")
public record Person(
        @Schema(description = "The e-mail address, in any letter case", examples = "ines@example.org")
        @NotNull
        @Size(max = 254)
        @Pattern(regexp = "\\s*[^@\\s]+@[^@\\s]+\\s*", message = "must be an e-mail address")
        String email) {}
