package dev.standfirst.article.preview;

import dev.standfirst.shared.problem.ProblemCatalogue;
import dev.standfirst.shared.problem.ProblemType;
import jakarta.inject.Singleton;

/** The problems of previews. */
public enum PreviewProblem implements ProblemType {
    PREVIEW_EXPIRED(
            410, "The preview has expired", "The link was good until its time. Ask whoever sent it for a new one."),
    PREVIEW_REVOKED(
            410, "The preview was revoked", "Somebody at the desk ended the link before its time. Ask for a new one."),
    PREVIEW_TOO_LONG(
            400,
            "The preview would last too long",
            "A preview lasts for at least a second and at most 30 days (P30D), an hour (PT1H) if nothing is said.");

    private final Kind kind;

    PreviewProblem(int status, String title, String meaning) {
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
