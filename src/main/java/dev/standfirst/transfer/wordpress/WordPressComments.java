package dev.standfirst.transfer.wordpress;

import com.fasterxml.jackson.databind.node.JsonNodeFactory;
import com.fasterxml.jackson.databind.node.ObjectNode;
import dev.standfirst.body.CommentText;
import dev.standfirst.comment.CommentDraft;
import dev.standfirst.comment.EarlierComment;
import dev.standfirst.shared.media.HttpUrl;
import dev.standfirst.transfer.ForeignFile;
import java.time.Instant;
import java.util.ArrayDeque;
import java.util.ArrayList;
import java.util.Deque;
import java.util.HashMap;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import java.util.Objects;
import java.util.Optional;
import java.util.Set;
import java.util.regex.Pattern;
import org.jspecify.annotations.Nullable;

/**
 * The comments of an item. What is no comment of a reader (trackbacks, and the notes that editors leave for each other) stays out; a comment that
 * answers such a thing answers the article.
 */
final class WordPressComments {
    private static final Map<String, String> STATUSES =
            Map.of("1", "approved", "0", "pending", "spam", "spam", "trash", "trash", "post-trashed", "trash");

    private static final Set<String> TYPES = Set.of("", "comment");
    private static final Pattern EMAIL = Pattern.compile(CommentDraft.EMAIL);

    private final String post;
    private final @Nullable String written;
    private final Set<String> writers;
    private final Map<String, Element> comments = new LinkedHashMap<>();

    /**
     * Reads them.
     *
     * @param post what the item is called
     * @param written when the item was, for comments that do not say it of themselves
     * @param writers the numbers of those who write for the site
     */
    WordPressComments(Element item, String post, @Nullable String written, Set<String> writers) {
        this.post = post;
        this.written = written;
        this.writers = writers;
        item.all("wp:comment")
                .filter(comment ->
                        TYPES.contains(comment.text("wp:comment_type").strip())
                                && STATUSES.containsKey(
                                        comment.text("wp:comment_approved").strip()))
                .forEach(comment -> comments.put(id(comment), comment));
    }

    /** Its number; of one that has none, or that of another, the number of the post and its place. */
    private String id(Element comment) {
        String number = ForeignFile.cut(comment.text("wp:comment_id").strip(), 200);
        return number.isEmpty() || comments.containsKey(number) ? post + "-" + (comments.size() + 1) : number;
    }

    /** Takes a comment. */
    @FunctionalInterface
    interface Taker {
        void take(String id, @Nullable String parent, ObjectNode comment);
    }

    /** Gives each away, behind the one that it answers; those that answer each other in a circle last. */
    void each(Taker taker) {
        Map<String, List<String>> answers = new HashMap<>();
        List<String> open = new ArrayList<>();
        comments.forEach((id, comment) -> {
            String parent = parent(comment);
            if (parent == null) {
                open.add(id);
            } else {
                answers.computeIfAbsent(parent, answered -> new ArrayList<>()).add(id);
            }
        });
        open.forEach(id -> giveThread(id, answers, taker));
        answers.forEach((parent, ids) -> ids.forEach(id -> taker.take(id, parent, comment(id))));
    }

    private @Nullable String parent(Element comment) {
        String parent = comment.text("wp:comment_parent").strip();
        return comments.containsKey(parent) ? parent : null;
    }

    /** A comment whose turn it is. */
    private record Turn(String id, @Nullable String parent, int above) {}

    private void giveThread(String first, Map<String, List<String>> answers, Taker taker) {
        Deque<Turn> turns = new ArrayDeque<>(List.of(new Turn(first, null, 0)));
        while (!turns.isEmpty()) {
            Turn turn = turns.pop();
            taker.take(turn.id(), turn.parent(), comment(turn.id()));
            // Below the last level they stand beside each other.
            String next = turn.above() < EarlierComment.DEEPEST ? turn.id() : turn.parent();
            int above = Math.min(turn.above() + 1, EarlierComment.DEEPEST);
            List<String> below = Optional.ofNullable(answers.remove(turn.id())).orElse(List.of());
            for (int last = below.size() - 1; last >= 0; last--) {
                turns.push(new Turn(below.get(last), next, above));
            }
        }
    }

    private ObjectNode comment(String id) {
        Element said = Objects.requireNonNull(comments.get(id));
        ObjectNode comment = JsonNodeFactory.instance.objectNode();
        String name = ForeignFile.withoutAddress(WordPressBody.text(said.text("wp:comment_author")));
        String email = said.text("wp:comment_author_email").strip();
        String url = said.text("wp:comment_author_url").strip();
        comment.putObject("author")
                .put("name", name.isEmpty() ? "Anonymous" : ForeignFile.cut(name, 80))
                .put("email", email.length() <= 254 && EMAIL.matcher(email).matches() ? email : null)
                .put("url", isPage(url) ? url : null);
        String body = HtmlToMarkdown.of(said.text("wp:comment_content"));
        comment.put("body", body.isEmpty() ? "–" : body);
        String at = WordPressFile.time(said, "wp:comment_date");
        comment.put("staff", writers.contains(said.text("wp:comment_user_id").strip()));
        comment.put("createdAt", at != null ? at : written != null ? written : Instant.EPOCH.toString());
        return comment.put(
                "status", STATUSES.get(said.text("wp:comment_approved").strip()));
    }

    private static boolean isPage(String url) {
        return HttpUrl.Validator.accepts(url)
                && CommentText.faultsOfAddress(url).isEmpty();
    }
}
