package dev.standfirst.article.bulk;

import dev.standfirst.shared.problem.ProblemCatalogue;
import dev.standfirst.shared.problem.ProblemType;
import jakarta.inject.Singleton;

/** The problems of changing many articles at once. */
public enum BulkProblem implements ProblemType {
    NOTHING_SELECTED(
            422,
            "No articles are selected",
            "A change of many articles names them by ids, or has a filter in its query: one without either would change every article."),
    NOTHING_TO_DO(
            422,
            "There is nothing to do",
            "A change of many articles has a patch, tags to add or to remove, or a move."),
    MOVE_ALONE(
            422,
            "A move stands alone",
            "Articles are moved to or out of the trash without being changed otherwise; send two requests."),
    ONE_ARTICLES_OWN(
            422,
            "That is one article's own",
            "A slug and an external reference belong to one article; a change of many cannot give them."),
    TAGS_TWICE(
            422,
            "Tags are replaced, and added or removed",
            "The patch of a change of many articles replaces their tags; addTags and removeTags change those they have. Send one of the two."),
    TOO_MANY_ARTICLES(
            422,
            "Too many articles",
            "One request changes 10,000 articles at most. Narrow the filter, by publishedAt for example, and send several."),
    BULK_CHANGE_RUNNING(
            409,
            "Another change of many articles is running",
            "A server makes one such change at a time. Send it again when the other is done.");

    private final Kind kind;

    BulkProblem(int status, String title, String meaning) {
        this.kind = new Kind(status, title, meaning);
    }

    @Override
    public Kind kind() {
        return kind;
    }

    @Singleton
    static final class Catalogue extends ProblemCatalogue {
        Catalogue() {
            super(values());
        }
    }
}
