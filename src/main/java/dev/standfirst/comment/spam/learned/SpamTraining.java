package dev.standfirst.comment.spam.learned;

import jakarta.inject.Singleton;
import jakarta.persistence.EntityManager;
import java.util.Collection;
import java.util.List;
import java.util.Map;
import java.util.TreeMap;

/**
 * Counts the words of comments that the desk decided on. It belongs to the transaction of the decision, and comes last in it: two that train
 * at once lock words in one order, and so wait for each other, but never crosswise.
 */
@Singleton
public final class SpamTraining {
    private final EntityManager entities;

    SpamTraining(EntityManager entities) {
        this.entities = entities;
    }

    /** How many comments more or less a word was in; fewer than none where something is taken back. */
    private static final class Change {
        private long ham;
        private long spam;

        void add(Lesson.Verdict verdict, int times) {
            if (verdict == Lesson.Verdict.HAM) {
                ham += times;
            } else {
                spam += times;
            }
        }
    }

    /** Learns some comments, in a number of statements that does not depend on theirs; fails outside of a transaction. */
    public void learn(Collection<Lesson> lessons) {
        learn(lessons, List.of());
    }

    /**
     * Learns some comments, and takes back what was learned before of the same or of others: as it was written then, or some of its words
     * stay.
     */
    public void learn(Collection<Lesson> lessons, Collection<Lesson> takenBack) {
        if (lessons.isEmpty() && takenBack.isEmpty()) {
            return;
        }
        Map<String, Change> words = new TreeMap<>();
        Change all = new Change();
        lessons.forEach(lesson -> count(lesson, 1, words, all));
        takenBack.forEach(lesson -> count(lesson, -1, words, all));
        words.values().removeIf(change -> change.ham == 0 && change.spam == 0);
        String[] changed = words.keySet().toArray(String[]::new);
        entities.createNativeQuery("""
                        insert into spam_word as known (word, ham, spam)
                        select word, ham, spam
                        from unnest(cast(?1 as text[]), cast(?2 as bigint[]), cast(?3 as bigint[])) change (word, ham, spam)
                        order by word collate "C"
                        on conflict (word) do update
                        set ham = greatest(known.ham + excluded.ham, 0), spam = greatest(known.spam + excluded.spam, 0)""")
                .setParameter(1, changed)
                .setParameter(
                        2, words.values().stream().map(change -> change.ham).toArray(Long[]::new))
                .setParameter(
                        3, words.values().stream().map(change -> change.spam).toArray(Long[]::new))
                .executeUpdate();
        if (!takenBack.isEmpty()) {
            forgetWhatWasNeverSeen(changed);
        }
        entities.createNativeQuery("""
                        insert into spam_training as known (ham, spam) values (greatest(?1, 0), greatest(?2, 0))
                        on conflict (id) do update set ham = greatest(known.ham + ?1, 0), spam = greatest(known.spam + ?2, 0)""")
                .setParameter(1, all.ham)
                .setParameter(2, all.spam)
                .executeUpdate();
    }

    /** Once all comments with a word are taken back, nothing tells that it ever was. */
    private void forgetWhatWasNeverSeen(String[] words) {
        entities.createNativeQuery("delete from spam_word where word = any (?1) and ham <= 0 and spam <= 0")
                .setParameter(1, words)
                .executeUpdate();
        entities.createNativeQuery(
                        "update spam_word set ham = greatest(ham, 0), spam = greatest(spam, 0) where word = any (?1) and (ham < 0 or spam < 0)")
                .setParameter(1, words)
                .executeUpdate();
    }

    private static void count(Lesson lesson, int times, Map<String, Change> words, Change all) {
        all.add(lesson.verdict(), times);
        Tokens.of(lesson.writing())
                .forEach(
                        word -> words.computeIfAbsent(word, key -> new Change()).add(lesson.verdict(), times));
    }
}
