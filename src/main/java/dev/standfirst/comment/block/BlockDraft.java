package dev.standfirst.comment.block;

import jakarta.validation.constraints.NotBlank;
import jakarta.validation.constraints.NotNull;
import jakarta.validation.constraints.Size;
import org.eclipse.microprofile.openapi.annotations.media.Schema;
import org.jspecify.annotations.Nullable;

/** What a moderator writes of something that is to be blocked. */
@Schema(description = "Something to be blocked")
public record BlockDraft(
        @Schema(
                description =
                        "What it is: an e-mail address (address); a domain with all below it, of e-mail addresses, of writers' pages and of links (domain); an IP address or network of the sender (range); words in a row in name or text, in any letter case (word); a pattern of RE2 in name, page or text (pattern)")
        @NotNull
        BlockKind kind,

        @Schema(
                description =
                        "An e-mail address; a domain, which stands for all below it too; an IP address, or a range in CIDR notation, of at most 2^24 addresses (IPv4) or from /16 (IPv6); a word, or several in a row; a pattern in the syntax of RE2, which finds any part of a text, and heeds capitals unless it begins with (?i). It is kept in one form, whatever the spelling",
                examples = "casino.example")
        @NotBlank
        @Size(max = BlockedValue.MAX_LENGTH)
        String value,

        @Schema(
                description =
                        "What becomes of a comment that it is found in: hold, it waits for a moderator; spam, it is taken for spam; refuse, its writer is told that it is not taken (403, comment-refused), and nothing of it is kept")
        @NotNull
        BlockAction action,

        @Schema(description = "Why it is blocked, for the desk alone", examples = "A wave of casino links in May")
        @Size(max = 1000)
        @Nullable
        String note) {}
