package dev.standfirst.key;

import dev.standfirst.shared.problem.ProblemCatalogue;
import dev.standfirst.shared.problem.ProblemType;
import jakarta.inject.Singleton;

/** The problems of keys. */
public enum KeyProblem implements ProblemType {
    LAST_ADMIN_KEY(
            409,
            "The last administrator key",
            "Without this key nobody could manage keys any more. Create another with the role admin first."),
    KEY_HAS_ENDED(409, "The key has ended", "A revoked key cannot be changed, nor brought back. Create a new one."),
    EXPIRY_IS_PAST(422, "The expiry is past", "A key must work for a while; to end one at once, delete it.");

    private final Kind kind;

    KeyProblem(int status, String title, String meaning) {
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
