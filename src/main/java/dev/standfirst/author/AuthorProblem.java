package dev.standfirst.author;

import dev.standfirst.shared.problem.ProblemCatalogue;
import dev.standfirst.shared.problem.ProblemType;
import jakarta.inject.Singleton;

/** The problems of authors. */
public enum AuthorProblem implements ProblemType {
    AUTHOR_IN_USE(
            409,
            "The author is in use",
            "An author of an article, were it in the trash, cannot be deleted. Take the name off those articles first."),
    UNKNOWN_AUTHOR(
            422,
            "Unknown author",
            "There is no author of this slug or id. Create the author first: a name alone would make two of one.");

    private final Kind kind;

    AuthorProblem(int status, String title, String meaning) {
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
