package dev.standfirst.revision;

import static java.nio.charset.StandardCharsets.UTF_8;

import com.fasterxml.jackson.core.type.TypeReference;
import dev.standfirst.access.Actor;
import dev.standfirst.change.LoggedChange;
import dev.standfirst.shared.page.Lists;
import dev.standfirst.shared.page.Order;
import dev.standfirst.shared.page.Page;
import dev.standfirst.shared.page.PageRequest;
import dev.standfirst.shared.sql.Queries;
import dev.standfirst.shared.sql.Row;
import dev.standfirst.shared.sql.Sql;
import dev.standfirst.shared.sql.Statements;
import jakarta.inject.Singleton;
import java.sql.SQLException;
import java.time.Instant;
import java.util.List;
import java.util.Optional;
import java.util.UUID;
import org.jspecify.annotations.Nullable;

/**
 * Every query on revisions of articles. A revision is what differs from the one before; its number is the version of the article that it
 * made.
 *
 * <p>A text is kept whole, or as its {@link TextDelta} from the newest one that is. A new whole one is kept once the deltas take half as
 * much as the text: so all of them together never take more than half of the whole ones, and a thousand small edits of one text need few
 * whole ones.
 */
@Singleton
public final class Revisions {
    private static final String BODY = "body";
    private static final TypeReference<List<String>> STRINGS = new TypeReference<>() {};
    private static final Order LATEST_FIRST = new Order("number", "article_id", Order.Kind.NUMBER, true);

    private static final String COLUMNS = """
            number, at, actor_id, actor_name, action, note, pending,
            (select coalesce(json_agg(field), '[]') from
                (select json_object_keys(changed) field union all select 'body' where text_number = number) fields) fields""";

    private final Queries queries;
    private final Statements statements;
    private final Lists lists;

    Revisions(Queries queries, Statements statements, Lists lists) {
        this.queries = queries;
        this.statements = statements;
        this.lists = lists;
    }

    /**
     * What a change made of an article.
     *
     * @param number the version of the article after it
     * @param pending whether it was one of a working copy
     * @param before what the article said before; null if this is its first revision
     */
    public record Made(
            UUID article,
            long number,
            Instant at,
            Actor actor,
            String action,
            @Nullable String note,
            boolean pending,
            @Nullable Snapshot before,
            Snapshot after) {

        private boolean isNewText() {
            return before == null || !after.text().equals(before.text());
        }
    }

    /** Keeps what changes made of articles, each of another one. Fails where there is a revision of the number already. */
    public void append(List<Made> changes) {
        statements.runEach(
                "insert into revision_text (article_id, number, format, source, base, delta) values (?, ?, ?, ?, ?, ?)",
                changes.stream().filter(Made::isNewText).map(this::text).toList());
        statements.runEach("""
                insert into article_revision
                    (article_id, number, at, actor_id, actor_name, action, note, pending, changed, text_number)
                values (?, ?, ?, ?, ?, ?, ?, ?, cast(? as json), coalesce(cast(? as bigint),
                    (select text_number from article_revision where article_id = ? order by number desc limit 1)))""", changes.stream().map(Revisions::row).toList());
    }

    private static @Nullable Object[] row(Made made) {
        Snapshot before = made.before();
        return new @Nullable Object[] {
            made.article(),
            made.number(),
            made.at(),
            made.actor().id(),
            made.actor().name(),
            made.action(),
            made.note(),
            made.pending(),
            (before == null ? made.after().members() : made.after().since(before)).toString(),
            made.isNewText() ? made.number() : null,
            made.article()
        };
    }

    private @Nullable Object[] text(Made made) {
        Snapshot.Text text = made.after().text();
        Optional<WholeText> base = made.before() == null ? Optional.empty() : base(made.article());
        if (base.isPresent()) {
            byte[] delta = TextDelta.between(base.get().source(), text.source());
            if (base.get().hasRoomFor(delta)) {
                return new @Nullable Object[] {
                    made.article(),
                    made.number(),
                    text.format(),
                    null,
                    base.get().number(),
                    delta
                };
            }
        }
        return new @Nullable Object[] {made.article(), made.number(), text.format(), text.source(), null, null};
    }

    /** A text that is kept whole, and how many bytes all take that hang on it. */
    private record WholeText(long number, String source, long deltas) {

        boolean hasRoomFor(byte[] delta) {
            return deltas + delta.length <= source.getBytes(UTF_8).length / 2;
        }
    }

    private Optional<WholeText> base(UUID article) {
        Sql sql = Sql.of("""
                select number, source, (select coalesce(sum(octet_length(delta)), 0) from revision_text other
                                        where other.article_id = whole.article_id and other.base = whole.number) deltas
                from revision_text whole where article_id = ? and base is null order by number desc limit 1""", article);
        return queries.first(sql, row -> new WholeText(row.bigint("number"), row.text("source"), row.bigint("deltas")));
    }

    /** Lists the revisions of an article, the latest first. */
    public Page<Revision> page(UUID article, PageRequest request) {
        return lists.page(
                request,
                LATEST_FIRST,
                COLUMNS,
                Sql.of("from article_revision where article_id = ?", article),
                Revisions::revision);
    }

    /** Whether an article has a revision. */
    public boolean exists(UUID article, long number) {
        return queries.count(Sql.of("from article_revision where article_id = ? and number = ?", article, number)) > 0;
    }

    /** A revision, and what the article said then. */
    public record Restored(Revision revision, Snapshot snapshot) {}

    /** Restores what an article said at one of its versions, with one statement. */
    public Optional<Restored> restore(UUID article, long number) {
        Sql sql = Sql.of("select " + COLUMNS).then("""
                        , (select json_object_agg(key, value) from
                              (select distinct on (key) key, value
                               from article_revision earlier, json_each(earlier.changed)
                               where earlier.article_id = article_revision.article_id and earlier.number <= article_revision.number
                               order by key, earlier.number desc) latest) members,
                          own.format, coalesce(own.source, whole.source) source, own.delta
                        from article_revision
                        join (select article_id text_of, number text_number_of, format, source, base, delta from revision_text) own
                            on text_of = article_id and text_number_of = text_number
                        left join (select article_id base_of, number base_number, source from revision_text) whole
                            on base_of = article_id and base_number = own.base
                        where article_id = ? and number = ?""", article, number);
        return queries.first(sql, row -> {
            byte[] delta = row.bytesOrNull("delta");
            String source = row.text("source");
            return new Restored(
                    revision(row),
                    new Snapshot(
                            row.freeForm("members"),
                            new Snapshot.Text(
                                    row.text("format"), delta == null ? source : TextDelta.applied(source, delta))));
        });
    }

    /** Tells what differs between two versions of an article; nothing where one of them is none. */
    public List<Difference> between(UUID article, long earlier, long later) {
        Sql sql = Sql.of("""
                with made as (select * from article_revision where article_id = ? and number <= ?),
                     latest as (select distinct on (key) key, value, number, actor_name from made, json_each(changed)
                                where number > ? order by key, number desc)
                select key field, number, actor_name from latest
                where value::text is distinct from
                      (select earlier.value::text from made, json_each(changed) earlier
                       where number <= ? and earlier.key = latest.key order by number desc limit 1)
                  and exists (select from made where number = ?)
                union all
                (select ?, number, actor_name from made
                 where number > ? and number = text_number and exists (select from made where number = ?)
                 order by number desc limit 1)""", article, later, earlier, earlier, earlier, BODY, earlier, earlier);
        List<Difference> differences = queries.list(
                sql, row -> new Difference(row.text("field"), row.bigint("number"), row.text("actor_name")));
        return differences.stream()
                .filter(difference -> !difference.field().equals(BODY)
                        || !text(article, earlier).equals(text(article, later)))
                .toList();
    }

    private Optional<Snapshot.Text> text(UUID article, long number) {
        return restore(article, number).map(restored -> restored.snapshot().text());
    }

    private static Revision revision(Row row) throws SQLException {
        return new Revision(
                row.bigint("number"),
                row.instant("at"),
                new LoggedChange.Who(row.uuid("actor_id"), row.text("actor_name")),
                row.text("action"),
                row.textOrNull("note"),
                row.flag("pending"),
                row.json("fields", STRINGS));
    }
}
