package dev.standfirst.article.related;

import dev.standfirst.shared.problem.Fault;
import dev.standfirst.shared.problem.ProblemCatalogue;
import dev.standfirst.shared.problem.ProblemException;
import dev.standfirst.shared.problem.ProblemType;
import jakarta.inject.Singleton;
import java.util.List;

/** The problems of related links. */
public enum RelatedProblem implements ProblemType {
    UNKNOWN_ARTICLE(
            422, "Unknown article", "There is no article of this slug or id, and none that had the slug before."),
    LINK_TO_ITSELF(422, "A link to itself", "An article cannot be related to itself. Take the link out of the list."),
    LINKED_TWICE(
            422,
            "Linked twice",
            "The list has the same article, by whatever slug or id, or the same URL already. Take one of the two out.");

    private final Kind kind;

    RelatedProblem(int status, String title, String meaning) {
        this.kind = new Kind(status, title, meaning);
    }

    /** Makes the refusal of a list with faults: of their type if they have one, and else of {@code unacceptable-request}. */
    static ProblemException of(List<Fault> faults) {
        return ProblemException.of(faults, values());
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
