package dev.standfirst.comment.spam;

import java.util.List;

/** One way to tell spam. Layers are asked in the order of their {@link #cost}, and those after the first only while it is not yet clear. */
public interface SpamLayer {

    /** What asking costs. */
    enum Cost {
        /** Nothing but thought. */
        THOUGHT,
        /** A statement or two. */
        DATABASE,
        /** A call to another server. */
        NETWORK
    }

    /** What its reasons are of: a word of the contract, as {@code links}. */
    String name();

    Cost cost();

    /** Says what speaks for spam, or against it; nothing where nothing does. It does not fail, and changes nothing. */
    List<Reason> judge(Submission submission);
}
