package dev.standfirst.shared.idempotency;

/** Tells who sends a request, so that the keys of two callers never meet. */
public interface Caller {

    /** Says whether the caller is told from others; if not, the name is that of all who are not. */
    boolean isKnown();

    /** A name, without a slash, that no other caller has; those who are not known share one. */
    String name();
}
