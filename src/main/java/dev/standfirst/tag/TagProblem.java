package dev.standfirst.tag;

import dev.standfirst.shared.problem.ProblemCatalogue;
import dev.standfirst.shared.problem.ProblemType;
import jakarta.inject.Singleton;

/** The problems of tags. */
public enum TagProblem implements ProblemType {
    TAG_IN_USE(
            409,
            "The tag is in use",
            "A tag that an article has, were it in the trash, cannot be deleted. Take it off those articles first."),
    TAG_MERGED(
            409,
            "The tag is another one now",
            "The slug or id was of a tag that was merged into another, or renamed; the detail names that one."),
    MERGE_INTO_ITSELF(422, "A tag cannot be merged into itself", "Name two different tags."),
    UNKNOWN_TAG(
            422,
            "Unknown tag",
            "There is no tag of this slug or name, and the request, or the role of its key, does not allow to create it.");

    private final Kind kind;

    TagProblem(int status, String title, String meaning) {
        this.kind = new Kind(status, title, meaning);
    }

    @Override
    public Kind kind() {
        return kind;
    }

    @Singleton
    static final class Catalogue extends ProblemCatalogue {
        Catalogue() {
            super(values());
        }
    }
}
