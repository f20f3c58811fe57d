package dev.standfirst.redirect;

import dev.standfirst.shared.problem.ProblemCatalogue;
import dev.standfirst.shared.problem.ProblemException;
import dev.standfirst.shared.problem.ProblemType;
import jakarta.inject.Singleton;

/** The problems of addresses. */
public enum SlugProblem implements ProblemType {
    SLUG_TAKEN(
            409,
            "The slug is taken",
            "Another thing of this type has the slug. Choose another, or leave it out: then one is made that is free.");

    private final Kind kind;

    SlugProblem(int status, String title, String meaning) {
        this.kind = new Kind(status, title, meaning);
    }

    /** Makes the refusal of a slug that another thing has. */
    public static ProblemException taken(String slug) {
        return SLUG_TAKEN
                .because("The slug ‘" + slug + "’ is taken.")
                .with(SLUG_TAKEN.at("#/slug", "is the slug of another one"));
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
