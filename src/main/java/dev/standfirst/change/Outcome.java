package dev.standfirst.change;

/** What came of a write. */
public enum Outcome {
    CREATED,
    UPDATED,
    UNCHANGED;

    /** What came of a change of a thing that was there, by its version. */
    public static Outcome of(long before, long after) {
        return before == after ? UNCHANGED : UPDATED;
    }
}
