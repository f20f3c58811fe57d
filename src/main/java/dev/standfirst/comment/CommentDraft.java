package dev.standfirst.comment;

import dev.standfirst.shared.media.HttpUrl;
import jakarta.validation.Valid;
import jakarta.validation.constraints.Email;
import jakarta.validation.constraints.NotBlank;
import jakarta.validation.constraints.NotNull;
import jakarta.validation.constraints.Size;
import java.util.UUID;
import org.eclipse.microprofile.openapi.annotations.media.Schema;
import org.jspecify.annotations.Nullable;

/** What a reader sends. */
@Schema(description = "What a reader sends")
public record CommentDraft(
        @Schema(description = "Who writes it") @NotNull @Valid
        Writer author,

        @Schema(
                description =
                        "The text, in a small part of Markdown: paragraphs, line breaks as they are, *emphasis*, **strong emphasis**, ~~deleted~~, [links](https://example.org/) and bare web addresses, > quotes up to 10 deep, `code` and fenced code. Everything else, HTML too, is taken as the characters that it is",
                examples = "I saw the fog *from the other side*.")
        @NotBlank
        @Size(max = MAX_LENGTH)
        String body,

        @Schema(description = "The comment that it answers; without it, it answers the article") @Nullable
        UUID parentId,

        @Schema(description = "The token of the form that it was written in, as GET …/comments/form gave it")
        @Size(max = 500)
        @Nullable
        String formToken,

        @Schema(
                description =
                        "A trap for programs that fill in every field: put it into your form hidden from people, and send what is in it. People leave it empty")
        @Size(max = 1000)
        @Nullable
        String website) {

    /** The most characters (UTF-16) of a text. */
    public static final int MAX_LENGTH = 10_000;

    /** An e-mail address: a local part of ASCII (RFC 5322, section 3.2.3), and a domain with a dot in it. */
    public static final String EMAIL = "[!#-'*+/-9=?A-Z^-~-]+(\\.[!#-'*+/-9=?A-Z^-~-]+)*@[^@\\s]+\\.[^@\\s.]{2,}";

    /** Who writes a comment. */
    @Schema(name = "CommentAuthorDraft", description = "Who writes a comment")
    public record Writer(
            @Schema(description = "The name that is shown", examples = "Ines") @NotBlank @Size(max = 80)
            String name,

            @Schema(
                    description =
                            "An e-mail address, for the desk alone: it is never shown, and in no public answer. Only ASCII before the @",
                    format = "email",
                    examples = "ines@example.org")
            @NotNull
            @Email(regexp = EMAIL, message = "must be an e-mail address, as ines@example.org")
            @Size(max = 254)
            String email,

            @Schema(description = "A page of the writer's own", format = "uri") @HttpUrl @Nullable
            String url) {}
}
