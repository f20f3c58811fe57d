package dev.standfirst.body;

import static java.util.stream.Collectors.joining;

import java.io.Serial;
import java.util.List;

/** Says that a text cannot be taken, with all its faults. It is checked, for a text of readers is as likely faulty as not. */
public final class FaultyTextException extends Exception {
    @Serial
    private static final long serialVersionUID = 1L;

    private final transient List<TextFault> faults;

    FaultyTextException(List<TextFault> faults) {
        super(faults.stream().map(TextFault::detail).collect(joining("; ")), null, false, false);
        this.faults = List.copyOf(faults);
    }

    /** At least one. */
    public List<TextFault> faults() {
        return faults;
    }
}
