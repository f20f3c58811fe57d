package dev.standfirst.article.history;

import com.fasterxml.jackson.core.type.TypeReference;
import com.fasterxml.jackson.databind.ObjectMapper;
import com.fasterxml.jackson.databind.node.ObjectNode;
import dev.standfirst.article.ArticleProblem;
import dev.standfirst.article.ArticleService;
import dev.standfirst.article.Snapshots;
import dev.standfirst.revision.Revision;
import dev.standfirst.revision.Revisions;
import dev.standfirst.revision.Snapshot;
import dev.standfirst.shared.page.Page;
import dev.standfirst.shared.page.PageRequest;
import dev.standfirst.shared.text.Ref;
import io.fabric8.zjsonpatch.JsonDiff;
import jakarta.inject.Singleton;
import java.util.List;
import java.util.UUID;

/** Reads revisions of articles. */
@Singleton
public class HistoryService {
    private static final TypeReference<List<RevisionDiff.Operation>> OPERATIONS = new TypeReference<>() {};

    private final ArticleService articles;
    private final Revisions revisions;
    private final Snapshots snapshots;
    private final ObjectMapper mapper;

    HistoryService(ArticleService articles, Revisions revisions, Snapshots snapshots, ObjectMapper mapper) {
        this.articles = articles;
        this.revisions = revisions;
        this.snapshots = snapshots;
        this.mapper = mapper;
    }

    /** Lists the revisions of an article, the latest first; fails with {@code not-found}. */
    public Page<Revision> list(Ref ref, PageRequest page) {
        return revisions.page(articles.id(ref), page);
    }

    /** Reads a revision; fails with {@code not-found}, or {@link ArticleProblem#REVISION_UNKNOWN}. */
    public RevisionView read(Ref ref, long number) {
        Revisions.Restored restored = restored(articles.id(ref), number);
        return new RevisionView(restored.revision(), snapshots.content(restored.snapshot()));
    }

    /** Compares two revisions of one article, whichever is the later. */
    public RevisionDiff diff(Ref ref, long from, long to) {
        UUID article = articles.id(ref);
        Snapshot before = restored(article, from).snapshot();
        Snapshot after = restored(article, to).snapshot();
        return new RevisionDiff(
                from,
                to,
                mapper.convertValue(JsonDiff.asJson(fields(before), fields(after)), OPERATIONS),
                TextDiff.between(before.text().source(), after.text().source()));
    }

    /** All but the source of the body, whose lines are compared. */
    private static ObjectNode fields(Snapshot snapshot) {
        ObjectNode fields = snapshot.members().deepCopy();
        fields.putObject("body").put("format", snapshot.text().format());
        return fields;
    }

    private Revisions.Restored restored(UUID article, long number) {
        return revisions
                .restore(article, number)
                .orElseThrow(
                        () -> ArticleProblem.REVISION_UNKNOWN.because("The article has no revision " + number + "."));
    }
}
