package dev.standfirst.comment.spam;

import java.util.ArrayList;
import java.util.List;
import java.util.Set;

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

    /** The layers that judge how a comment was sent: what they found of it stays when its text is changed. */
    private static final Set<String> OF_SENDING = Set.of("trap", "form", "blocked");

    /**
     * The judgement of a text that was changed, with what is still held against its sending.
     *
     * @param earlier the reasons of the text before
     */
    public Judgement after(List<Reason> earlier) {
        List<Reason> all = new ArrayList<>(earlier.stream()
                .filter(reason -> OF_SENDING.contains(reason.layer()))
                .filter(reason ->
                        reasons.stream().noneMatch(found -> found.layer().equals(reason.layer())))
                .toList());
        all.addAll(reasons);
        return of(all, refused);
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
