package dev.standfirst.comment.spam;

import jakarta.inject.Singleton;
import java.util.List;

/** More links than a reader needs. */
@Singleton
final class LinkLayer implements SpamLayer {
    private final SpamSettings settings;

    LinkLayer(SpamSettings settings) {
        this.settings = settings;
    }

    @Override
    public String name() {
        return "links";
    }

    @Override
    public Cost cost() {
        return Cost.THOUGHT;
    }

    @Override
    public List<Reason> judge(Submission submission) {
        int links = submission.links().size();
        long points = Math.min(Reason.SPAM, (long) settings.linkPoints() * (links - settings.freeLinks()));
        return points <= 0 ? List.of() : List.of(new Reason(name(), (int) points, links + " links"));
    }
}
