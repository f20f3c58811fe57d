package dev.standfirst.article.history;

import com.github.difflib.DiffUtils;
import com.github.difflib.algorithm.myers.MyersDiffWithLinearSpace;
import com.github.difflib.patch.AbstractDelta;
import com.github.difflib.patch.DeltaType;
import java.util.ArrayList;
import java.util.List;
import java.util.regex.Pattern;
import org.jspecify.annotations.Nullable;

/** How two texts differ, by lines and within these by words (E. W. Myers, "An O(ND) difference algorithm and its variations", 1986). */
final class TextDiff {
    /** A word, what lies between words, or a single sign. */
    private static final Pattern WORD = Pattern.compile("[\\p{L}\\p{M}\\p{N}_]+|\\s+|.", Pattern.DOTALL);

    /** The product of how many parts the texts have, above which they are not compared: it bounds the work, to about a second. */
    private static final long MOST_WORK = 50_000_000;

    private TextDiff() {}

    static List<RevisionDiff.Hunk> between(String old, String now) {
        if (old.equals(now)) {
            return List.of();
        }
        List<String> before = old.isEmpty() ? List.of() : List.of(old.split("\\R", -1));
        List<String> after = now.isEmpty() ? List.of() : List.of(now.split("\\R", -1));
        int head = commonHead(before, after);
        int tail = commonTail(before.subList(head, before.size()), after.subList(head, after.size()));
        List<String> left = before.subList(head, before.size() - tail);
        List<String> right = after.subList(head, after.size() - tail);
        if ((long) left.size() * right.size() > MOST_WORK) {
            return List.of(new RevisionDiff.Hunk(head + 1, head + 1, left, right, null));
        }
        return deltas(left, right).stream().map(delta -> hunk(delta, head)).toList();
    }

    private static RevisionDiff.Hunk hunk(AbstractDelta<String> delta, int head) {
        List<String> removed = delta.getSource().getLines();
        List<String> added = delta.getTarget().getLines();
        return new RevisionDiff.Hunk(
                head + delta.getSource().getPosition() + 1,
                head + delta.getTarget().getPosition() + 1,
                removed,
                added,
                delta.getType() == DeltaType.CHANGE
                        ? words(String.join("\n", removed), String.join("\n", added))
                        : null);
    }

    private static @Nullable List<RevisionDiff.Run> words(String old, String now) {
        List<String> before = parts(old);
        List<String> after = parts(now);
        if ((long) before.size() * after.size() > MOST_WORK) {
            return null;
        }
        List<RevisionDiff.Run> runs = new ArrayList<>();
        int at = 0;
        for (AbstractDelta<String> delta : deltas(before, after)) {
            int start = delta.getSource().getPosition();
            add(runs, RevisionDiff.Fate.KEPT, before.subList(at, start));
            add(runs, RevisionDiff.Fate.REMOVED, delta.getSource().getLines());
            add(runs, RevisionDiff.Fate.ADDED, delta.getTarget().getLines());
            at = start + delta.getSource().size();
        }
        add(runs, RevisionDiff.Fate.KEPT, before.subList(at, before.size()));
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

    private static List<AbstractDelta<String>> deltas(List<String> before, List<String> after) {
        return DiffUtils.diff(before, after, new MyersDiffWithLinearSpace<>()).getDeltas();
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
