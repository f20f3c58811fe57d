package dev.standfirst.comment;

import jakarta.persistence.Column;
import jakarta.persistence.Entity;
import jakarta.persistence.Id;
import java.net.InetAddress;
import java.util.UUID;
import org.jspecify.annotations.Nullable;

/** How to reach who wrote a comment, and where it came from. */
@Entity
class CommentSender {
    @Id
    UUID commentId;

    /** In lower case. */
    @Nullable
    String email;

    @Column(columnDefinition = "inet")
    @Nullable
    InetAddress ip;

    @Nullable
    String userAgent;
}
