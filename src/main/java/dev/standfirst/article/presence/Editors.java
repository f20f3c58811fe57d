package dev.standfirst.article.presence;

import java.util.List;
import org.eclipse.microprofile.openapi.annotations.media.Schema;

/** Everybody who has a story open for editing. */
@Schema(name = "Editors", description = "Everybody who has a story open for editing")
public record Editors(
        @Schema(description = "Whoever said so within the last two minutes, who began first before the others")
        List<Editor> items) {}
