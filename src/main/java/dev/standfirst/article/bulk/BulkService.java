package dev.standfirst.article.bulk;

import dev.standfirst.access.Actor;
import dev.standfirst.article.ArticleDraft;
import dev.standfirst.article.ArticleFilter;
import dev.standfirst.article.ArticleService;
import dev.standfirst.shared.http.IfMatch;
import dev.standfirst.shared.json.Drafts;
import dev.standfirst.shared.problem.Problem;
import dev.standfirst.shared.problem.ProblemException;
import dev.standfirst.shared.text.Ref;
import dev.standfirst.tag.TagRef;
import dev.standfirst.tag.TagService;
import jakarta.enterprise.context.ApplicationScoped;
import java.util.ArrayList;
import java.util.List;
import java.util.Set;
import java.util.UUID;
import java.util.concurrent.locks.Lock;
import java.util.concurrent.locks.ReentrantLock;
import java.util.function.Supplier;
import java.util.stream.Collectors;

/** Changes many articles, each as it would be changed alone. */
@ApplicationScoped
public class BulkService {
    /** The most articles of one request. */
    static final int MOST = 10_000;

    private static final int BATCH = 50;

    private final Selection selection;
    private final BatchService batches;
    private final ArticleService articles;
    private final TagService tags;
    private final Drafts drafts;

    /** One at a time on a node: such a request needs two connections, and several could take them from each other for ever. */
    private final Lock running = new ReentrantLock();

    BulkService(Selection selection, BatchService batches, ArticleService articles, TagService tags, Drafts drafts) {
        this.selection = selection;
        this.batches = batches;
        this.articles = articles;
        this.tags = tags;
        this.drafts = drafts;
    }

    /** Changes the articles that filter and ids select, in batches that are transactions of their own. */
    public BulkResult change(ArticleFilter filter, BulkChange change, BulkOptions options, Actor actor) {
        requireSense(filter, change);
        if (!running.tryLock()) {
            throw BulkProblem.BULK_CHANGE_RUNNING.because("Another change of many articles is running.");
        }
        try {
            List<UUID> ids = selection.of(filter, change, MOST + 1);
            if (ids.size() > MOST) {
                throw BulkProblem.TOO_MANY_ARTICLES.because("The filter keeps more than 10,000 articles.");
            }
            return new Run(change, options, actor).over(ids);
        } finally {
            running.unlock();
        }
    }

    private static void requireSense(ArticleFilter filter, BulkChange change) {
        if (change.ids() == null && filter.isEmpty()) {
            throw BulkProblem.NOTHING_SELECTED
                    .because("The request has neither ids nor a filter.")
                    .with(BulkProblem.NOTHING_SELECTED.at("#/ids", "is missing, and the query has no filter"));
        }
        if (change.move() == null && !change.edits()) {
            throw BulkProblem.NOTHING_TO_DO.because("The request changes nothing.");
        }
        if (change.move() != null && change.edits()) {
            throw BulkProblem.MOVE_ALONE
                    .because("The request moves articles and changes them otherwise.")
                    .with(BulkProblem.MOVE_ALONE.at("#/move", "cannot stand beside patch, addTags or removeTags"));
        }
    }

    /** One request on its way through its articles. */
    private final class Run {
        private final BulkChange change;
        private final BulkOptions options;
        private final Actor actor;
        private final Set<String> removed;
        private final List<BulkResult.Failure> failed = new ArrayList<>();
        private int changed;
        private int unchanged;

        Run(BulkChange change, BulkOptions options, Actor actor) {
            this.change = change;
            this.options = options;
            this.actor = actor;
            // Before all batches: tags that are not known and cannot be created refuse the whole request, each at its
            // place.
            this.removed = transaction(() -> {
                tags.named("#/addTags", change.added(), options.createTags(), actor);
                return tags.named("#/removeTags", change.removed(), false, actor).stream()
                        .map(TagRef::slug)
                        .collect(Collectors.toUnmodifiableSet());
            });
        }

        BulkResult over(List<UUID> ids) {
            for (int from = 0; from < ids.size(); from += BATCH) {
                batch(ids.subList(from, Math.min(ids.size(), from + BATCH)));
            }
            return new BulkResult(options.dryRun(), ids.size(), changed, unchanged, List.copyOf(failed));
        }

        /** Where one is refused, the transaction is lost for all: then each has its own. */
        private void batch(List<UUID> ids) {
            try {
                count(transaction(() -> ids.stream().map(this::isChanged).toList()));
            } catch (ProblemException refusal) {
                ids.forEach(this::alone);
            }
        }

        private void alone(UUID id) {
            try {
                count(List.of(transaction(() -> isChanged(id))));
            } catch (ProblemException refusal) {
                String path = "/v1/manage/articles/" + id;
                failed.add(new BulkResult.Failure(
                        id, Problem.of(refusal.type(), refusal.detail(), path, refusal.faults())));
            }
        }

        private void count(List<Boolean> outcomes) {
            for (boolean isChanged : outcomes) {
                changed += isChanged ? 1 : 0;
                unchanged += isChanged ? 0 : 1;
            }
        }

        private boolean isChanged(UUID id) {
            Ref ref = Ref.of(id);
            if (change.move() == BulkMove.TRASH) {
                articles.trash(ref, IfMatch.any(), actor);
                return true;
            }
            if (change.move() == BulkMove.RESTORE) {
                articles.restore(ref, actor);
                return true;
            }
            return articles.edit(ref, IfMatch.any(), this::edited, options.createTags(), actor)
                            .outcome()
                    == ArticleService.Outcome.UPDATED;
        }

        private ArticleDraft edited(ArticleDraft current) {
            ArticleDraft patched =
                    change.patch() == null ? current : drafts.patched(current, change.patch(), ArticleDraft.class);
            return patched.retagged(removed, change.added());
        }

        private <T> T transaction(Supplier<T> work) {
            return batches.whole(work, !options.dryRun());
        }
    }
}
