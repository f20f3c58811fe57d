package dev.standfirst.transfer;

import java.util.ArrayDeque;
import java.util.ArrayList;
import java.util.Collections;
import java.util.Deque;
import java.util.HashMap;
import java.util.IdentityHashMap;
import java.util.Iterator;
import java.util.List;
import java.util.Map;
import java.util.Set;

/** In which order the redirects among some lines are written: all that lead to a path are turned when that begins to lead on. */
final class RedirectOrder {
    private RedirectOrder() {}

    /** The lines, with those of redirects in an order in which what one leads to is there before it: so a chain of them is not turned with each. */
    static List<Line> targetsFirst(List<Line> lines) {
        Map<String, Line> byPath = new HashMap<>();
        Set<Line> left = Collections.newSetFromMap(new IdentityHashMap<>());
        lines.stream().filter(RedirectOrder::isRedirect).forEach(line -> {
            byPath.put(text(line, "path"), line);
            left.add(line);
        });
        List<Line> redirects = new ArrayList<>();
        for (Line line : lines) {
            Deque<Line> chain = new ArrayDeque<>();
            for (Line next = line; left.remove(next); next = byPath.getOrDefault(text(next, "location"), next)) {
                chain.push(next);
            }
            redirects.addAll(chain);
        }
        Iterator<Line> inOrder = redirects.iterator();
        return lines.stream()
                .map(line -> isRedirect(line) ? inOrder.next() : line)
                .toList();
    }

    private static boolean isRedirect(Line line) {
        return line.type() == ThingType.REDIRECT;
    }

    private static String text(Line line, String member) {
        return line.fields().path(member).asText();
    }
}
