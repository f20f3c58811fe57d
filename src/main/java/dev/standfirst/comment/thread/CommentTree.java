package dev.standfirst.comment.thread;

import java.util.ArrayList;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import java.util.UUID;
import org.jspecify.annotations.Nullable;

/** Puts the comments of a thread, each of which comes before those that answer it, into one another. */
final class CommentTree {
    private final Map<UUID, Node> nodes = new LinkedHashMap<>();
    private final int deepest;
    private final Node top;

    /** A comment, and what stands in it. */
    private record Node(ShownComment comment, @Nullable Node around, boolean isInItsParent, List<Node> below) {}

    private CommentTree(ShownComment top, int deepest) {
        this.top = new Node(top, null, true, new ArrayList<>());
        this.deepest = top.depth() + deepest;
        nodes.put(top.id(), this.top);
    }

    /**
     * Builds what readers get of a thread.
     *
     * @param replies all or the first of those below the top, in the order of their paths
     * @param levels how deep they are put into one another; what is deeper stands on the last level
     * @param more where the others are, null where these are all
     */
    static PublicComment of(ShownComment top, List<ShownComment> replies, int levels, @Nullable String more) {
        CommentTree tree = new CommentTree(top, levels);
        replies.forEach(tree::add);
        return shown(tree.top, more);
    }

    private void add(ShownComment comment) {
        Node parent = nodes.getOrDefault(comment.parentId(), top);
        boolean fits = comment.depth() <= deepest;
        Node around = parent;
        while (!fits && around.comment.depth() >= deepest && around.around != null) {
            around = around.around;
        }
        Node node = new Node(comment, around, fits, new ArrayList<>());
        around.below.add(node);
        nodes.put(comment.id(), node);
    }

    private static PublicComment shown(Node node, @Nullable String more) {
        List<PublicComment> below =
                node.below.stream().map(reply -> shown(reply, null)).toList();
        return node.comment.shown(node.isInItsParent ? null : node.comment.answered(), below, more);
    }
}
