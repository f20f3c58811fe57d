package dev.standfirst.comment;

import dev.standfirst.shared.http.IpAddress;
import dev.standfirst.shared.http.IpRange;
import dev.standfirst.shared.signature.SigningKey;
import dev.standfirst.shared.sql.Sql;
import jakarta.validation.constraints.Size;
import java.nio.charset.StandardCharsets;
import java.util.HexFormat;
import org.eclipse.microprofile.openapi.annotations.media.Schema;
import org.jspecify.annotations.Nullable;

/** From where comments are wanted: what an address has no place in. */
@Schema(
        description =
                "From where comments are wanted; with several members, those that match all, without any, all comments")
public record CommentSearch(
        @Schema(description = "Only comments sent with this e-mail address, in any letter case")
        @Size(min = 3, max = 254)
        @Nullable
        String email,

        @Schema(
                description = "Only comments sent from this IP address, or from this network in CIDR notation",
                examples = "192.0.2.0/24")
        @IpRange
        @Nullable
        String ip,

        @Schema(description = "Only comments that stand so") @Nullable
        CommentStatus status) {

    /** What cursors are bound to: not the address itself, nor what could be tried out for it. */
    String bindingWith(SigningKey key) {
        String canonical = (email == null ? "" : EmailAddress.canonical(email)) + " "
                + (ip == null ? "" : IpAddress.canonicalRange(ip)) + " " + status;
        return HexFormat.of().formatHex(key.sign("comment search", canonical.getBytes(StandardCharsets.UTF_8)));
    }

    Sql condition() {
        return Sql.of("")
                .andIf("sender.email = ?", email == null ? null : EmailAddress.canonical(email))
                .andIf("sender.ip <<= cast(? as inet)", ip == null ? null : IpAddress.canonicalRange(ip))
                .andIf("comment.status = ?", status == null ? null : status.name());
    }
}
