package dev.standfirst.comment;

import org.eclipse.microprofile.openapi.annotations.media.Schema;
import org.jspecify.annotations.Nullable;

/** Who wrote a comment, as readers may know it. */
@Schema(description = "Who wrote a comment, as readers may know it")
public record CommentWriter(
        @Schema(description = "The name given", examples = "Ines") @Nullable
        String name,

        @Schema(description = "A page of the writer's own", format = "uri") @Nullable
        String url,

        @Schema(description = "Whether it is somebody of the desk")
        boolean staff,

        @Schema(
                description =
                        "The same for all comments sent with one e-mail address, to draw the same picture; null unless the site wants such keys")
        @Nullable
        String avatarKey) {}
