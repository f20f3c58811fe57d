package dev.standfirst.article.history;

import com.github.difflib.DiffUtils;
import com.github.difflib.algorithm.myers.MyersDiffWithLinearSpace;
import com.github.difflib.patch.AbstractDelta;
import com.github.difflib.patch.Chunk;
import java.util.ArrayList;
import java.util.List;
import java.util.regex.Pattern;
import org.jspecify.annotations.Nullable;

/** How two texts differ, by lines and within these by words (E. W. Myers, "An O(ND) difference algorithm and its variations", 1986). */
final class TextDiff {
    /** A word, what lies between words, or a single sign. */
    private static final Pattern WORD = Pattern.compile("[\\p{L}\\p{M}\\p{N}_]+|\\s+|.", Pattern.DOTALL);

    /**
     * How much work two texts may make. Comparing two lists takes as much as the product of their lengths at worst;
     * lists that would take more than is left are given whole, not compared.
     */
    private static final long MOST_WORK = 10_000_000;

    private long left = MOST_WORK;

    private TextDiff() {}

    static List<RevisionDiff.Hunk> between(String old, String now) {
        return new TextDiff().hunks(old, now);
    }

    private List<RevisionDiff.Hunk> hunks(String old, String now) {
        if (old.equals(now)) {
            return List.of();
        }
        List<String> before = old.isEmpty() ? List.of() : List.of(old.split("\\R", -1));
        List<String> after = now.isEmpty() ? List.of() : List.of(now.split("\\R", -1));
        int head = commonHead(before, after);
        int tail = commonTail(before.subList(head, before.size()), after.subList(head, after.size()));
        List<String> removed = before.subList(head, before.size() - tail);
        List<String> added = after.subList(head, after.size() - tail);
        if (!affords(removed, added)) {
            return List.of(new RevisionDiff.Hunk(head + 1, head + 1, removed, added, null));
        }
        return changes(removed, added).stream()
                .map(change -> hunk(change, removed, added, head))
                .toList();
    }

    /** Whether two lists may still be compared; takes the work from what is left. */
    private boolean affords(List<String> before, List<String> after) {
        long work = (long) before.size() * after.size();
        if (work > left) {
            return false;
        }
        left -= work;
        return true;
    }

    private RevisionDiff.Hunk hunk(Change change, List<String> left, List<String> right, int head) {
        List<String> removed = change.of(left);
        List<String> added = change.in(right);
        boolean both = !removed.isEmpty() && !added.isEmpty();
        return new RevisionDiff.Hunk(
                head + change.from() + 1,
                head + change.at() + 1,
                removed,
                added,
                both ? words(String.join("\n", removed), String.join("\n", added)) : null);
    }

    private @Nullable List<RevisionDiff.Run> words(String old, String now) {
        List<String> before = parts(old);
        List<String> after = parts(now);
        if (!affords(before, after)) {
            return null;
        }
        List<RevisionDiff.Run> runs = new ArrayList<>();
        int kept = 0;
        for (Change change : changes(before, after)) {
            add(runs, RevisionDiff.Fate.KEPT, before.subList(kept, change.from()));
            add(runs, RevisionDiff.Fate.REMOVED, change.of(before));
            add(runs, RevisionDiff.Fate.ADDED, change.in(after));
            kept = change.to();
        }
        add(runs, RevisionDiff.Fate.KEPT, before.subList(kept, before.size()));
        return runs;
    }

    private static void add(List<RevisionDiff.Run> runs, RevisionDiff.Fate fate, List<String> parts) {
        if (!parts.isEmpty()) {
            runs.add(new RevisionDiff.Run(fate, String.join("", parts)));
        }
    }

    private static List<String> parts(String text) {
        return WORD.matcher(text).results().map(match -> match.group()).toList();
    }

    /** Parts of the one list, from one up to another, for which parts of the other stand. */
    private record Change(int from, int to, int at, int until) {

        List<String> of(List<String> before) {
            return before.subList(from, to);
        }

        List<String> in(List<String> after) {
            return after.subList(at, until);
        }
    }

    /** The changes in order; what is gone and what is new at one place is one change. */
    private static List<Change> changes(List<String> before, List<String> after) {
        List<Change> changes = new ArrayList<>();
        for (AbstractDelta<String> delta :
                DiffUtils.diff(before, after, new MyersDiffWithLinearSpace<>()).getDeltas()) {
            Chunk<String> source = delta.getSource();
            Chunk<String> target = delta.getTarget();
            Change change = new Change(
                    source.getPosition(),
                    source.getPosition() + source.size(),
                    target.getPosition(),
                    target.getPosition() + target.size());
            Change last = changes.isEmpty() ? null : changes.get(changes.size() - 1);
            if (last != null && last.to() == change.from() && last.until() == change.at()) {
                changes.set(changes.size() - 1, new Change(last.from(), change.to(), last.at(), change.until()));
            } else {
                changes.add(change);
            }
        }
        return changes;
    }

    private static int commonHead(List<String> left, List<String> right) {
        int most = Math.min(left.size(), right.size());
        int length = 0;
        while (length < most && left.get(length).equals(right.get(length))) {
            length++;
        }
        return length;
    }

    private static int commonTail(List<String> left, List<String> right) {
        int most = Math.min(left.size(), right.size());
        int length = 0;
        while (length < most && left.get(left.size() - 1 - length).equals(right.get(right.size() - 1 - length))) {
            length++;
        }
        return length;
    }
}
