package dev.standfirst.comment.spam;

import io.quarkus.arc.All;
import jakarta.inject.Singleton;
import java.util.ArrayList;
import java.util.Comparator;
import java.util.List;
import java.util.stream.Collectors;
import java.util.stream.Stream;
import org.jboss.logging.Logger;

/**
 * Asks the layers: those that cost nothing first, and dearer ones only while it is not clear yet that a comment is spam.
 *
 * <p>It belongs before the transaction that keeps the comment, never into it: a layer may wait for another server, and a statement that
 * fails would take the transaction with it. A layer that fails never loses a comment.
 */
@Singleton
public final class SpamFilter {
    private static final Logger LOG = Logger.getLogger(SpamFilter.class);

    private final List<SpamLayer> layers;

    SpamFilter(@All List<SpamLayer> layers) {
        this.layers = layers.stream()
                .sorted(Comparator.comparing(SpamLayer::cost).thenComparing(SpamLayer::name))
                .toList();
    }

    /** Judges a comment; changes nothing. */
    public Judgement judge(Submission submission) {
        List<Reason> reasons = new ArrayList<>();
        for (SpamLayer.Cost cost : SpamLayer.Cost.values()) {
            if (Judgement.score(reasons) >= Reason.SPAM) {
                break;
            }
            for (SpamLayer layer : layers) {
                if (layer.cost() == cost) {
                    RefusingLayer.Finding found = ask(layer, submission);
                    reasons.addAll(found.reasons());
                    if (found.refuses()) {
                        return Judgement.of(reasons, true);
                    }
                }
            }
        }
        return Judgement.of(reasons, false);
    }

    private static RefusingLayer.Finding ask(SpamLayer layer, Submission submission) {
        try {
            return layer instanceof RefusingLayer refusing
                    ? refusing.find(submission)
                    : new RefusingLayer.Finding(layer.judge(submission), false);
        } catch (RuntimeException | StackOverflowError e) {
            LOG.errorf("The layer ‘%s’ against spam failed, and is passed over: %s", layer.name(), kinds(e));
            return new RefusingLayer.Finding(List.of(new Reason(layer.name(), 0, "could not be asked")), false);
        }
    }

    /** Names a failure and its causes with their places, but not their messages: those may quote the comment or its writer. */
    private static String kinds(Throwable failure) {
        return Stream.iterate(failure, cause -> cause != null, Throwable::getCause)
                .limit(10)
                .map(cause -> cause.getClass().getName()
                        + Stream.of(cause.getStackTrace())
                                .limit(1)
                                .map(place -> " at " + place)
                                .collect(Collectors.joining()))
                .collect(Collectors.joining(", caused by "));
    }
}
