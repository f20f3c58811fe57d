package dev.standfirst.change;

import dev.standfirst.shared.problem.ProblemCatalogue;
import dev.standfirst.shared.problem.ProblemType;
import jakarta.inject.Singleton;

/** The problems of those who follow the log. */
public enum ChangeProblem implements ProblemType {
    RESYNC_REQUIRED(
            410,
            "Read everything again",
            "The log no longer has the change of this token: it was pruned, or the database was restored from a backup. Or rows were restored since, which the log does not tell one by one. What changed since cannot be told; read all, and go on from there.");

    private final Kind kind;

    ChangeProblem(int status, String title, String meaning) {
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
