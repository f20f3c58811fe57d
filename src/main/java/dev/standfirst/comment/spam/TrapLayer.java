package dev.standfirst.comment.spam;

import jakarta.inject.Singleton;
import java.util.List;

/** A field that no person sees, and programs fill in. */
@Singleton
final class TrapLayer implements SpamLayer {

    @Override
    public String name() {
        return "trap";
    }

    @Override
    public Cost cost() {
        return Cost.THOUGHT;
    }

    @Override
    public List<Reason> judge(Submission submission) {
        String trap = submission.trap();
        return trap == null || trap.isBlank()
                ? List.of()
                : List.of(new Reason(name(), Reason.SPAM, "the field that no person sees was filled in"));
    }
}
