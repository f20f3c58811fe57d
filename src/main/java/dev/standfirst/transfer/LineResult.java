package dev.standfirst.transfer;

import dev.standfirst.change.Outcome;
import org.jspecify.annotations.Nullable;

/**
 * What became of a line: it was written, or it waits for something. Exactly one of the two is there.
 *
 * @param name how drafts name what was written, where they do and it was looked at
 */
record LineResult(
        Line line,
        @Nullable Outcome outcome,
        @Nullable String waitsFor,
        @Nullable String name) {}
