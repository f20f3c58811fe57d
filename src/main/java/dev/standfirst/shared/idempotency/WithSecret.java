package dev.standfirst.shared.idempotency;

/** An answer with a secret that can be made again: without it the answer is kept, and a {@link Completion} puts it back each time. */
public interface WithSecret {

    /** The same without the secret, as it is kept. */
    Object withoutSecret();
}
