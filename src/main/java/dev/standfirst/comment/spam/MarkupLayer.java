package dev.standfirst.comment.spam;

import jakarta.inject.Singleton;
import java.util.ArrayList;
import java.util.List;
import java.util.regex.Pattern;

/** Links in the markup of forums, and in a name: programs write them everywhere at once, people who see the form do not. */
@Singleton
final class MarkupLayer implements SpamLayer {
    private static final Pattern FORUM_LINK = Pattern.compile("\\[(url|link)(=|\\](?!\\())", Pattern.CASE_INSENSITIVE);
    private static final Pattern ADDRESS = Pattern.compile("https?://|www\\.", Pattern.CASE_INSENSITIVE);

    @Override
    public String name() {
        return "markup";
    }

    @Override
    public Cost cost() {
        return Cost.THOUGHT;
    }

    @Override
    public List<Reason> judge(Submission submission) {
        List<Reason> reasons = new ArrayList<>();
        if (FORUM_LINK.matcher(submission.source()).find()) {
            reasons.add(new Reason(name(), Reason.HOLDS, "a link in the markup of forums"));
        }
        if (ADDRESS.matcher(submission.name()).find()) {
            reasons.add(new Reason(name(), Reason.HOLDS, "a link for a name"));
        }
        return reasons;
    }
}
