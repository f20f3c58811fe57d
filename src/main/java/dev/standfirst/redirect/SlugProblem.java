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

    private final int status;
    private final String title;
    private final String meaning;

    SlugProblem(int status, String title, String meaning) {
        this.status = status;
        this.title = title;
        this.meaning = meaning;
    }

    /** Makes the refusal of a slug that another thing has. */
    static ProblemException taken(String slug) {
        return SLUG_TAKEN
                .because("The slug ‘" + slug + "’ is taken.")
                .with(SLUG_TAKEN.at("#/slug", "is the slug of another one"));
    }

    @Override
    public int status() {
        return status;
    }

    @Override
    public String title() {
        return title;
    }

    @Override
    public String meaning() {
        return meaning;
    }

    @Singleton
    static final class Catalogue extends ProblemCatalogue {
        Catalogue() {
            super(values());
        }
    }
}
