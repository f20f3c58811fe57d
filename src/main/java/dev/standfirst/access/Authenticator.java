package dev.standfirst.access;

/** Knows the keys. */
public interface Authenticator {

    /**
     * Returns whose secret this is; may wait for the database.
     *
     * @throws dev.standfirst.shared.problem.ProblemException of {@link AccessProblem#KEY_INVALID}, {@link AccessProblem#KEY_REVOKED} or
     *     {@link AccessProblem#KEY_EXPIRED}, the last two only to who has shown the right secret
     */
    Actor authenticate(String secret);
}
