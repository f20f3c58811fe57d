package dev.standfirst.transfer;

import com.fasterxml.jackson.databind.JsonNode;
import com.fasterxml.jackson.databind.node.ObjectNode;
import dev.standfirst.access.Actor;
import dev.standfirst.article.DerivationService;
import dev.standfirst.article.ExternalRef;
import dev.standfirst.change.Outcome;
import dev.standfirst.comment.EarlierCommentService;
import dev.standfirst.shared.problem.ProblemException;
import dev.standfirst.shared.problem.ProblemMapper;
import dev.standfirst.shared.sql.Queries;
import dev.standfirst.shared.sql.Sql;
import jakarta.inject.Singleton;
import java.util.ArrayList;
import java.util.List;
import java.util.UUID;
import org.jspecify.annotations.Nullable;

/** Writes the rows that an export has of a thing, as they are: ids, versions and times included. */
@Singleton
final class StoredImporter implements Importer<StoredImporter.Stored> {
    private final StoredRows rows;
    private final Queries queries;
    private final DerivationService derivation;
    private final EarlierCommentService comments;

    StoredImporter(StoredRows rows, Queries queries, DerivationService derivation, EarlierCommentService comments) {
        this.rows = rows;
        this.queries = queries;
        this.derivation = derivation;
        this.comments = comments;
    }

    @Override
    public ThingType type() {
        return ThingType.STORED;
    }

    @Override
    public Class<Stored> drafts() {
        return Stored.class;
    }

    @Override
    public Stored read(ObjectNode fields) {
        List<StoredRow> read = rows(fields);
        read.forEach(row -> rows.check(row.pointer(), row.table(), row.columns()));
        return new Stored(read);
    }

    @Override
    public Written write(@Nullable ExternalRef external, Stored stored, boolean isNew, Actor actor) {
        boolean isAnyNew = false;
        boolean isAnyThere = false;
        for (StoredRow row : stored.rows()) {
            boolean isWritten = rows.write(row.pointer(), row.table(), row.columns());
            isAnyNew |= isWritten;
            isAnyThere |= !isWritten;
            if (isAnyNew && isAnyThere) { // a line is written whole: what is gone of it was taken away since
                throw fault(row, "is of a thing that is there already, and was changed since");
            }
            if (isWritten) {
                complete(row);
            }
        }
        return new Written(isAnyNew ? Outcome.CREATED : Outcome.UNCHANGED, null);
    }

    /** The rows of a thing. */
    record Stored(List<StoredRow> rows) {}

    record StoredRow(String pointer, String table, JsonNode columns) {}

    /** The rows in the order of the line: what others refer to comes first. */
    private static List<StoredRow> rows(ObjectNode fields) {
        List<StoredRow> rows = new ArrayList<>();
        fields.properties().forEach(table -> {
            int place = 0;
            for (JsonNode row : table.getValue()) {
                rows.add(new StoredRow("#/stored/" + table.getKey() + "/" + place++, table.getKey(), row));
            }
        });
        return rows;
    }

    private void complete(StoredRow row) {
        if (row.table().equals("working_copy")) {
            requireVersionOfCopy(row);
        } else if (row.table().equals("tag")) {
            requireUnmerged(row);
        }
        try {
            derive(row);
        } catch (RuntimeException e) {
            if (ProblemMapper.isUnavailable(e) || ProblemMapper.isRace(e)) {
                throw e;
            }
            throw fault(row, "says what no release of Standfirst writes");
        }
    }

    /** A copy is of the version that says what it says: to an article that was changed since it would come back without that. */
    private void requireVersionOfCopy(StoredRow copy) {
        Sql sql = Sql.of("""
                select article.id from article join article_revision said on article_id = article.id and number = version
                where article.id = cast(? as uuid) and article.status = 'PUBLISHED' and pending for update of article""", copy.columns().path("article_id").asText());
        if (queries.first(sql, row -> row.uuid("id")).isEmpty()) {
            throw fault(copy, "is a working copy of another version of its article than the one here");
        }
    }

    private void requireUnmerged(StoredRow tag) {
        Sql sql = Sql.of(
                "from redirect where kind = 'TAG' and source = ?",
                tag.columns().path("id").asText());
        if (queries.count(sql) > 0) {
            throw fault(tag, "is a tag that was merged into another since");
        }
    }

    private static ProblemException fault(StoredRow row, String detail) {
        return ProblemException.of(
                List.of(ImportProblem.NOT_RESTORED.at(row.pointer(), detail)), ImportProblem.NOT_RESTORED);
    }

    private void derive(StoredRow row) {
        if (row.table().equals("article_body")) {
            derivation.complete(UUID.fromString(row.columns().path("article_id").asText()));
        } else if (row.table().equals("comment")) {
            comments.complete(UUID.fromString(row.columns().path("id").asText()));
        }
    }
}
