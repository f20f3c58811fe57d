package dev.standfirst.shared.page;

/** Whether a list says how many items it has in all. */
public enum Count {
    /** It does not: the fastest. */
    NONE,
    /** The number from the query planner's statistics, which may be off. */
    ESTIMATE,
    /** The exact number, counted now. */
    EXACT
}
