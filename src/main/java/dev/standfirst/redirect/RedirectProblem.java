package dev.standfirst.redirect;

import dev.standfirst.shared.problem.ProblemCatalogue;
import dev.standfirst.shared.problem.ProblemType;
import jakarta.inject.Singleton;

/** The problems of redirects. */
public enum RedirectProblem implements ProblemType {
    PATH_TAKEN(
            409,
            "The path leads elsewhere",
            "There is a redirect from this path. With ?upsert=true the request updates that one instead."),
    TARGET_MISSING(
            422, "The target is missing", "A redirect leads to exactly one of article, tag, author and location."),
    SEVERAL_TARGETS(
            422, "There are several targets", "A redirect leads to exactly one of article, tag, author and location."),
    UNKNOWN_TARGET(422, "Unknown target", "There is no article, tag or author of this slug or id to lead to."),
    REDIRECT_LOOP(
            422,
            "The redirect would lead in a circle",
            "The path would lead to itself, directly or by other redirects. Paths are compared without slashes at the end.");

    private final Kind kind;

    RedirectProblem(int status, String title, String meaning) {
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
