package dev.standfirst.comment.spam.outside;

import dev.standfirst.comment.spam.Reason;
import dev.standfirst.comment.spam.SpamLayer;
import dev.standfirst.comment.spam.Submission;
import jakarta.inject.Singleton;
import java.util.List;

/** What a service outside says, where the site uses one. If it cannot be asked, the desk looks instead. */
@Singleton
final class OutsideLayer implements SpamLayer {
    private final OutsideChecker checker;

    OutsideLayer(OutsideChecker checker) {
        this.checker = checker;
    }

    @Override
    public String name() {
        return "outside";
    }

    @Override
    public Cost cost() {
        return Cost.NETWORK;
    }

    @Override
    public List<Reason> judge(Submission submission) {
        // It wants to know where a comment came from: of one that is too old for that, nothing is asked.
        if (!checker.isOn() || submission.ip() == null) {
            return List.of();
        }
        try {
            return switch (checker.check(submission)) {
                case HAM -> List.of();
                case SPAM -> List.of(new Reason(name(), Reason.SPAM, "spam by what other sites see"));
                case BLATANT_SPAM -> List.of(new Reason(name(), Reason.SPAM, "blatant spam by what other sites see"));
            };
        } catch (CheckerException e) {
            return List.of(new Reason(name(), Reason.HOLDS, "could not be asked"));
        }
    }
}
