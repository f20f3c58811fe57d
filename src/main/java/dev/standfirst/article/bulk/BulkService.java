package dev.standfirst.article.bulk;

import dev.standfirst.access.Actor;
import dev.standfirst.access.ArticleStatus;
import dev.standfirst.article.ArticleDraft;
import dev.standfirst.article.ArticleFilter;
import dev.standfirst.article.ArticleOptions;
import dev.standfirst.article.ArticleService;
import dev.standfirst.article.MoveService;
import dev.standfirst.change.Outcome;
import dev.standfirst.shared.http.IfMatch;
import dev.standfirst.shared.json.Drafts;
import dev.standfirst.shared.problem.Fault;
import dev.standfirst.shared.problem.Problem;
import dev.standfirst.shared.problem.ProblemException;
import dev.standfirst.shared.problem.ProblemMapper;
import dev.standfirst.shared.problem.ProblemType;
import dev.standfirst.shared.problem.RequestProblem;
import dev.standfirst.shared.text.Ref;
import dev.standfirst.tag.TagRef;
import dev.standfirst.tag.TagService;
import io.quarkus.narayana.jta.QuarkusTransaction;
import jakarta.enterprise.context.ApplicationScoped;
import jakarta.persistence.EntityManager;
import jakarta.ws.rs.core.HttpHeaders;
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

    /** The members of a draft that no two articles share. */
    private static final List<String> OWN = List.of("slug", "externalRef");

    private final Selection selection;
    private final BatchService batches;
    private final ArticleService articles;
    private final MoveService moves;
    private final TagService tags;
    private final Drafts drafts;
    private final EntityManager entities;

    /** One at a time on a node: such a request needs two connections, and several could take them from each other for ever. */
    private final Lock running = new ReentrantLock();

    BulkService(
            Selection selection,
            BatchService batches,
            ArticleService articles,
            MoveService moves,
            TagService tags,
            Drafts drafts,
            EntityManager entities) {
        this.selection = selection;
        this.batches = batches;
        this.articles = articles;
        this.moves = moves;
        this.tags = tags;
        this.drafts = drafts;
        this.entities = entities;
    }

    /** Changes the articles that filter and ids select, in batches that are transactions of their own. */
    public BulkResult change(ArticleFilter filter, BulkChange change, BulkOptions options, Actor actor) {
        requireSense(filter, change);
        if (!running.tryLock()) {
            throw BulkProblem.BULK_CHANGE_RUNNING
                    .because("Another change of many articles is running.")
                    .withHeader(HttpHeaders.RETRY_AFTER, "5");
        }
        try {
            // The transaction of an Idempotency-Key holds no article yet.
            QuarkusTransaction.suspendingExisting().run(articles::catchUp);
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
        if (change.patch() != null) {
            List<Fault> faults = OWN.stream()
                    .filter(change.patch().changes()::has)
                    .map(member -> BulkProblem.ONE_ARTICLES_OWN.at("#/patch/" + member, "belongs to one article"))
                    .toList();
            if (!faults.isEmpty()) {
                throw ProblemException.of(faults, BulkProblem.ONE_ARTICLES_OWN);
            }
        }
        if (change.retags()
                && change.patch() != null
                && change.patch().changes().has("tags")) {
            throw BulkProblem.TAGS_TWICE
                    .because("The request replaces tags, and adds or removes some.")
                    .with(BulkProblem.TAGS_TWICE.at("#/patch/tags", "cannot stand beside addTags or removeTags"));
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
        private final List<BulkResult.Failure> failed = new ArrayList<>();
        private int changed;
        private int unchanged;

        Run(BulkChange change, BulkOptions options, Actor actor) {
            this.change = change;
            this.options = options;
            this.actor = actor;
        }

        BulkResult over(List<UUID> ids) {
            // Before all batches: tags that are not known and cannot be created refuse the whole request, each at its
            // place.
            // Nothing is kept of it: a tag is created with the first article that gets it.
            batches.whole(
                    () -> {
                        tags.named("#/addTags", change.added(), options.createTags(), actor);
                        return removed();
                    },
                    false);
            for (int from = 0; from < ids.size(); from += BATCH) {
                batch(ids.subList(from, Math.min(ids.size(), from + BATCH)));
            }
            return new BulkResult(options.dryRun(), ids.size(), changed, unchanged, List.copyOf(failed));
        }

        /** Where one is refused, or meets another writer, the transaction is lost for all: then each has its own. */
        private void batch(List<UUID> ids) {
            try {
                count(outcomes(ids));
            } catch (ProblemException refusal) {
                ids.forEach(this::alone);
            } catch (RuntimeException e) {
                requireRace(e);
                ids.forEach(this::alone);
            }
        }

        private void alone(UUID id) {
            try {
                count(outcomes(List.of(id)));
            } catch (ProblemException refusal) {
                fail(id, refusal.type(), refusal.detail(), refusal.faults());
            } catch (RuntimeException e) {
                requireRace(e);
                fail(id, RequestProblem.CONFLICT, RequestProblem.CONFLICT.meaning(), List.of());
            }
        }

        private static void requireRace(RuntimeException e) {
            if (!ProblemMapper.isRace(e)) {
                throw e;
            }
        }

        private void fail(UUID id, ProblemType type, String detail, List<Fault> faults) {
            failed.add(new BulkResult.Failure(id, Problem.of(type, detail, "/v1/manage/articles/" + id, faults)));
        }

        private void count(List<Boolean> outcomes) {
            for (boolean isChanged : outcomes) {
                changed += isChanged ? 1 : 0;
                unchanged += isChanged ? 0 : 1;
            }
        }

        private List<Boolean> outcomes(List<UUID> ids) {
            return transaction(() -> {
                Set<String> removed = removed();
                return ids.stream().map(id -> isChangedAlone(id, removed)).toList();
            });
        }

        /** The slugs of the tags to remove, by their names of this moment; and they keep them until the transaction ends. */
        private Set<String> removed() {
            return tags.named("#/removeTags", change.removed(), false, actor).stream()
                    .map(TagRef::slug)
                    .collect(Collectors.toUnmodifiableSet());
        }

        /** Says whether it is changed, and has none of it left in memory: some articles are megabytes long. */
        private boolean isChangedAlone(UUID id, Set<String> removed) {
            boolean isChanged = isChanged(Ref.of(id), removed);
            entities.flush();
            entities.clear();
            return isChanged;
        }

        private boolean isChanged(Ref ref, Set<String> removed) {
            BulkMove move = change.move();
            if (move == null) {
                var written = articles.edit(
                        ref,
                        IfMatch.any(),
                        current -> edited(current, removed),
                        ArticleOptions.creatingTags(options.createTags()),
                        actor);
                return written.outcome() == Outcome.UPDATED;
            }
            boolean inTrash = articles.read(ref).status() == ArticleStatus.TRASH;
            if (inTrash == (move == BulkMove.TRASH)) {
                return false;
            }
            if (inTrash) {
                moves.restore(ref, actor);
            } else {
                moves.trash(ref, IfMatch.any(), null, actor);
            }
            return true;
        }

        private ArticleDraft edited(ArticleDraft current, Set<String> removed) {
            ArticleDraft patched =
                    change.patch() == null ? current : drafts.patched(current, change.patch(), ArticleDraft.class);
            return drafts.validated(patched.retagged(removed, change.added()));
        }

        private <T> T transaction(Supplier<T> work) {
            return batches.whole(work, !options.dryRun());
        }
    }
}
