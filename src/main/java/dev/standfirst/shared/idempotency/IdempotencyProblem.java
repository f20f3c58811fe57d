package dev.standfirst.shared.idempotency;

import dev.standfirst.shared.problem.ProblemCatalogue;
import dev.standfirst.shared.problem.ProblemType;
import jakarta.inject.Singleton;

/** Why a request is not answered as the first one of its key was. */
enum IdempotencyProblem implements ProblemType {
    IDEMPOTENCY_KEY_IN_USE(
            409,
            "The first request is still running",
            "A request with this Idempotency-Key is being carried out. Send it again after the seconds in Retry-After, to get its answer."),
    IDEMPOTENCY_KEY_REUSED(
            422,
            "The key belongs to another request",
            "This Idempotency-Key came with another address or body before. Nothing was done; a new request needs a new key."),
    ANSWER_NOT_REPEATED(
            409,
            "The answer is not repeated",
            "The request was carried out before, once. Its answer held a secret, which is not kept; Location names the thing. If the secret never arrived, rotate it to get a new one.");

    private final Kind kind;

    IdempotencyProblem(int status, String title, String meaning) {
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
