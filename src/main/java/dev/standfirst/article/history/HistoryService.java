package dev.standfirst.article.history;

import com.fasterxml.jackson.core.type.TypeReference;
import com.fasterxml.jackson.databind.JsonNode;
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
import java.util.ArrayList;
import java.util.List;
import java.util.UUID;
import java.util.stream.Stream;

/** Reads revisions of articles. */
@Singleton
public class HistoryService {
    /** How long a list may be to be compared, not replaced whole: a comparison takes memory by the square of it. */
    private static final int MOST_ELEMENTS = 500;

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
                operations(fields(before), fields(after)),
                TextDiff.between(before.text().source(), after.text().source()));
    }

    private List<RevisionDiff.Operation> operations(ObjectNode before, ObjectNode after) {
        List<RevisionDiff.Operation> replaced = new ArrayList<>();
        List.copyOf(after.properties()).forEach(member -> {
            JsonNode old = before.path(member.getKey());
            if (isLong(old) || isLong(member.getValue())) {
                if (!old.equals(member.getValue())) {
                    replaced.add(RevisionDiff.Operation.replace(member.getKey(), member.getValue()));
                }
                before.remove(member.getKey());
                after.remove(member.getKey());
            }
        });
        return Stream.concat(
                        mapper.convertValue(JsonDiff.asJson(before, after), OPERATIONS).stream(), replaced.stream())
                .toList();
    }

    /** Whether a value has a list in it that is too long to be compared. */
    private static boolean isLong(JsonNode value) {
        return value.size() > (value.isArray() ? MOST_ELEMENTS : Integer.MAX_VALUE)
                || value.valueStream().anyMatch(HistoryService::isLong);
    }

    /** All but the source of the body, whose lines are compared. */
    private static ObjectNode fields(Snapshot snapshot) {
        ObjectNode fields = snapshot.members().deepCopy();
        fields.putObject("body").put("format", snapshot.text().format());
        return fields;
    }

    private Revisions.Restored restored(UUID article, long number) {
        return revisions.restore(article, number).orElseThrow(() -> ArticleProblem.revisionUnknown(number));
    }
}
