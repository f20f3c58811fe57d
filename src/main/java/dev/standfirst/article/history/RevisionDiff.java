package dev.standfirst.article.history;

import com.fasterxml.jackson.databind.JsonNode;
import java.util.List;
import org.eclipse.microprofile.openapi.annotations.media.Schema;
import org.jspecify.annotations.Nullable;

/** How two revisions of an article differ. */
public record RevisionDiff(
        @Schema(description = "The number of the revision to start from", minimum = "1")
        long from,

        @Schema(description = "The number of the other revision", minimum = "1")
        long to,

        @Schema(description = "What makes the content of the one that of the other, but for its body (RFC 6902)")
        List<Operation> fields,

        @Schema(
                description =
                        "Where the lines of the body differ, in order; lines that are the same are left out. Empty if the bodies are the same")
        List<Hunk> body) {

    /** An operation of a JSON Patch. */
    @Schema(name = "PatchOperation", description = "An operation of a JSON Patch (RFC 6902)")
    public record Operation(
            @Schema(
                    description = "What to do",
                    enumeration = {"add", "remove", "replace", "move", "copy"})
            String op,

            @Schema(description = "Where, as a JSON pointer (RFC 6901)", examples = "/title")
            String path,

            @Schema(description = "For move and copy: from where") @Nullable
            String from,

            @Schema(description = "For add and replace: the value") @Nullable
            JsonNode value) {

        /** Replaces a member of the whole. */
        static Operation replace(String member, JsonNode value) {
            return new Operation("replace", "/" + member, null, value);
        }
    }

    /** A place where the lines of two texts differ. */
    @Schema(name = "DiffHunk", description = "A place where the lines of two texts differ")
    public record Hunk(
            @Schema(description = "The first of its lines in the old text, counted from 1", minimum = "1")
            int oldLine,

            @Schema(description = "The first of its lines in the new text, counted from 1", minimum = "1")
            int newLine,

            @Schema(description = "The lines that are gone") List<String> removed,

            @Schema(description = "The lines that are new") List<String> added,

            @Schema(
                    description =
                            "The same as words, in order, with what lies between them; null where lines are only gone or only new, or are too long to be compared so")
            @Nullable
            List<Run> words) {}

    /** Words in a row with the same fate. */
    @Schema(name = "DiffRun", description = "Words in a row with the same fate")
    public record Run(
            @Schema(description = "Whether both texts have them, or just one")
            Fate fate,

            @Schema(description = "The words, and what lies between them")
            String text) {}

    /** What became of a part of a text. */
    @Schema(name = "DiffFate", description = "kept, removed from the old text, or added in the new one")
    public enum Fate {
        KEPT,
        REMOVED,
        ADDED
    }
}
