package dev.standfirst.comment.spam.learned;

import java.util.Collection;
import java.util.Comparator;
import java.util.List;

/**
 * How probable spam is, by the words of a comment.
 *
 * <p>The way is Gary Robinson's, with the constants of SpamBayes. What a word tells, f(w), is its share of spam among what was learned, drawn
 * to one half as long as it was seen seldom. The most telling words are combined by Fisher's method, once for spam and once for ham, and the
 * two are set against each other; so a comment that has much of both, or little of any, is near one half. (G. Robinson, “A Statistical
 * Approach to the Spam Problem”, Linux Journal 107, 2003.)
 *
 * @param probability from 0, surely ham, to 1, surely spam
 * @param telling the words that told most, the most telling first
 */
record LearnedScore(double probability, List<String> telling) {
    /** How much a word has to have been seen before it is believed, and what is believed before that. */
    private static final double STRENGTH = 0.45;

    private static final double UNKNOWN = 0.5;

    /** Words nearer to one half are noise. */
    private static final double LEAST_DEVIATION = 0.1;

    private static final int MOST_WORDS = 150;
    private static final int TOLD = 4;

    /** How many comments of each kind a word was in. */
    record Counted(String word, long ham, long spam) {}

    private record Telling(String word, double spam) {
        double deviation() {
            return Math.abs(spam - 0.5);
        }
    }

    /**
     * Scores a comment.
     *
     * @param words those of its words that were learned
     * @param ham how many comments were learned as ham
     * @param spam how many as spam
     */
    static LearnedScore of(Collection<Counted> words, long ham, long spam) {
        List<Telling> telling = words.stream()
                .map(word -> new Telling(word.word(), share(word, ham, spam)))
                .filter(word -> word.deviation() >= LEAST_DEVIATION)
                .sorted(Comparator.comparingDouble(Telling::deviation)
                        .reversed()
                        .thenComparing(Telling::word))
                .limit(MOST_WORDS)
                .toList();
        double againstHam = -2
                * telling.stream()
                        .mapToDouble(word -> Math.log(1 - word.spam()))
                        .sum();
        double againstSpam =
                -2 * telling.stream().mapToDouble(word -> Math.log(word.spam())).sum();
        int freedom = 2 * telling.size();
        double isSpam = 1 - chiSquared(againstHam, freedom);
        double isHam = 1 - chiSquared(againstSpam, freedom);
        double probability = (1 + isSpam - isHam) / 2;
        return new LearnedScore(
                probability,
                telling.stream()
                        .filter(word -> (word.spam() > 0.5) == (probability > 0.5))
                        .map(Telling::word)
                        // Nobody's name is told: the reason stays where the comment is deleted.
                        .filter(word -> !word.startsWith("name:"))
                        .limit(TOLD)
                        .toList());
    }

    /** Robinson's f(w): never quite 0 or 1. */
    private static double share(Counted word, long ham, long spam) {
        double inHam = Math.max(0, word.ham()) / (double) Math.max(1, ham);
        double inSpam = Math.max(0, word.spam()) / (double) Math.max(1, spam);
        double seen = Math.max(0, word.ham()) + Math.max(0, word.spam());
        double share = inHam + inSpam == 0 ? UNKNOWN : Math.min(1, inSpam) / (Math.min(1, inHam) + Math.min(1, inSpam));
        return (STRENGTH * UNKNOWN + seen * share) / (STRENGTH + seen);
    }

    /** The probability that a chi-squared variable of so many degrees of freedom, an even number, is at least so great. */
    static double chiSquared(double value, int freedom) {
        double half = value / 2;
        double term = Math.exp(-half);
        double sum = term;
        for (int i = 1; i < freedom / 2; i++) {
            term *= half / i;
            sum += term;
        }
        return Math.min(1, sum);
    }

    /** What it is worth as a reason: from −30, surely ham, over 0 between 0.2 and 0.5, and 50 at 0.9, to 100 from 0.99 on. */
    int points() {
        if (probability < 0.2) {
            return (int) Math.round(-30 * (0.2 - probability) / 0.2);
        }
        double points = probability < 0.9 ? 50 * (probability - 0.5) / 0.4 : 50 + 50 * (probability - 0.9) / 0.09;
        // Down, as a threshold is reached or it is not; but not for what floating-point numbers lack.
        return (int) Math.floor(Math.max(0, Math.min(100, points)) + 1e-9);
    }
}
