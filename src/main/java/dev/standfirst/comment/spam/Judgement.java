package dev.standfirst.comment.spam;

import java.util.List;

/**
 * What all layers that were asked found in a comment.
 *
 * @param score the sum of the points, from {@link #LEAST} to {@link #MOST}: see {@link Reason#HOLDS} and {@link Reason#SPAM}
 * @param reasons what was found, in the order in which the layers were asked
 * @param refused whether the comment is to be turned away, and nothing of it kept; who sent it is not told for which reason
 */
public record Judgement(int score, List<Reason> reasons, boolean refused) {
    public static final int LEAST = -100;
    public static final int MOST = 1000;

    /** Nothing was found, or nothing asked. */
    public static final Judgement NONE = new Judgement(0, List.of(), false);

    public Judgement {
        reasons = List.copyOf(reasons);
    }

    static Judgement of(List<Reason> reasons, boolean refused) {
        return new Judgement(score(reasons), reasons, refused);
    }

    /** Whether a moderator is to see it first. */
    public boolean holds() {
        return score >= Reason.HOLDS;
    }

    /** Whether it is taken for spam. */
    public boolean isSpam() {
        return score >= Reason.SPAM;
    }

    static int score(List<Reason> reasons) {
        int sum = reasons.stream().mapToInt(Reason::points).sum();
        return Math.max(LEAST, Math.min(MOST, sum));
    }
}
