package dev.standfirst.comment;

import dev.standfirst.comment.spam.Submission;
import jakarta.persistence.Column;
import jakarta.persistence.Entity;
import jakarta.persistence.Id;
import java.net.InetAddress;
import java.net.UnknownHostException;
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

    static CommentSender of(Submission sent) {
        CommentSender sender = new CommentSender();
        sender.commentId = sent.comment();
        sender.email = sent.email();
        sender.ip = sent.ip() == null ? null : address(sent.ip());
        sender.userAgent = sent.userAgent();
        return sender;
    }

    private static InetAddress address(String ip) {
        try {
            return InetAddress.getByName(ip); // a literal: no server is asked for it
        } catch (UnknownHostException e) {
            throw new IllegalArgumentException("The address of a client is not a literal", e);
        }
    }
}
