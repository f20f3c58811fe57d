package dev.standfirst.comment.thread;

import dev.standfirst.comment.CommentWriter;
import java.time.Instant;
import java.util.List;
import java.util.UUID;
import org.jspecify.annotations.Nullable;

/**
 * A row of {@code comment} of which readers may see something, with nothing in it that they may not.
 *
 * <p>Reading goes through {@link #JSON}, and so does not see what is private or not approved.
 */
record ShownComment(
        UUID id,
        @Nullable UUID parentId,
        @Nullable String parentName,
        int depth,
        String path,
        boolean approved,
        boolean staff,
        @Nullable String name,
        @Nullable String url,
        @Nullable String avatarKey,
        @Nullable String html,
        @Nullable String text,
        Instant createdAt,
        @Nullable Instant editedAt,
        int replies) {

    /** The row as one object, of a statement that names it {@code comment} and what it answers {@code parent}. */
    static final String JSON = """
            json_build_object('id', comment.id, 'parentId', comment.parent_id,
              'parentName', case parent.status when 'APPROVED' then parent.author_name end,
              'depth', comment.depth, 'path', comment.path, 'approved', comment.status = 'APPROVED', 'staff', comment.staff,
              'name', case comment.status when 'APPROVED' then comment.author_name end,
              'url', case comment.status when 'APPROVED' then comment.author_url end,
              'avatarKey', case comment.status when 'APPROVED' then comment.avatar_key end,
              'html', case comment.status when 'APPROVED' then comment.html end,
              'text', case comment.status when 'APPROVED' then comment.text end,
              'createdAt', comment.created_at,
              'editedAt', case comment.status when 'APPROVED' then comment.edited_at end,
              'replies', comment.replies)""";

    /** Makes what readers get. */
    PublicComment shown(PublicComment.@Nullable Answered replyTo, List<PublicComment> below, @Nullable String more) {
        return new PublicComment(
                id,
                approved ? "approved" : "deleted",
                parentId,
                replyTo,
                approved ? new CommentWriter(name, url, staff, avatarKey) : null,
                html,
                text,
                createdAt,
                editedAt,
                replies,
                below,
                more);
    }

    /** Makes what readers get where it stands alone. */
    PublicComment alone() {
        return shown(answered(), List.of(), null);
    }

    PublicComment.@Nullable Answered answered() {
        return parentId == null ? null : new PublicComment.Answered(parentId, parentName);
    }
}
