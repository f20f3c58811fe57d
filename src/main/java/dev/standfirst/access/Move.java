package dev.standfirst.access;

import static dev.standfirst.access.ArticleStatus.DRAFT;
import static dev.standfirst.access.ArticleStatus.PUBLISHED;
import static dev.standfirst.access.ArticleStatus.REVIEW;
import static dev.standfirst.access.Permission.PUBLISH_ARTICLES;
import static dev.standfirst.access.Permission.WRITE_ARTICLES;

import java.util.Arrays;
import java.util.Locale;
import java.util.Map;
import java.util.Optional;

/**
 * A move of an article from one status to another. This is the table of which moves there are and who may make them; there is no other.
 * Whoever lacks {@link Permission#EDIT_ANY_ARTICLE} makes them with articles of their own alone.
 *
 * <p>A working copy of a published article moves by the same table, as an article of its own: from draft to review, and by publishing into
 * the article.
 */
public enum Move {
    SUBMIT(REVIEW, Map.of(DRAFT, WRITE_ARTICLES)),
    REJECT(DRAFT, Map.of(REVIEW, PUBLISH_ARTICLES)),
    PUBLISH(PUBLISHED, Map.of(DRAFT, PUBLISH_ARTICLES, REVIEW, PUBLISH_ARTICLES)),
    UNPUBLISH(DRAFT, Map.of(PUBLISHED, PUBLISH_ARTICLES)),
    TRASH(ArticleStatus.TRASH, Map.of(DRAFT, WRITE_ARTICLES, REVIEW, WRITE_ARTICLES, PUBLISHED, PUBLISH_ARTICLES)),
    RESTORE(DRAFT, Map.of(ArticleStatus.TRASH, WRITE_ARTICLES));

    private final ArticleStatus to;

    @SuppressWarnings("ImmutableEnumChecker") // Map.of is immutable; the type cannot say so
    private final Map<ArticleStatus, String> permissions;

    Move(ArticleStatus to, Map<ArticleStatus, String> permissions) {
        this.to = to;
        this.permissions = permissions;
    }

    /** The move from one status to another, if there is one. */
    public static Optional<Move> between(ArticleStatus from, ArticleStatus to) {
        return Arrays.stream(values())
                .filter(move -> move.to == to && move.startsAt(from))
                .findFirst();
    }

    /** Where the move leads. */
    public ArticleStatus to() {
        return to;
    }

    /** Says whether the move can be made from the status. */
    public boolean startsAt(ArticleStatus status) {
        return permissions.containsKey(status);
    }

    /** Refuses with {@link AccessProblem#FORBIDDEN} whoever may not make the move from a status at which it starts. */
    public void require(ArticleStatus from, Actor actor) {
        String permission = permissions.get(from);
        if (permission == null) {
            throw new IllegalArgumentException("The move " + this + " does not start at " + from);
        }
        actor.require(permission);
    }

    /** What the log says of it, as {@code article.submit}. */
    public String action() {
        return "article." + name().toLowerCase(Locale.ROOT);
    }
}
