package dev.standfirst.shared.idempotency;

/** Tells who sends a request, so that the keys of two callers never meet. */
public interface Caller {

    /** A name, without a slash, that no other caller has; those who are not known share one. */
    String name();
}
