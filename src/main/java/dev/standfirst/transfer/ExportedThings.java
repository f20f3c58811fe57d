package dev.standfirst.transfer;

import dev.standfirst.shared.sql.Sql;
import jakarta.inject.Singleton;
import java.time.Instant;
import java.util.List;
import java.util.stream.Collectors;
import java.util.stream.Stream;
import org.jspecify.annotations.Nullable;

/**
 * What an export says: statements that give its lines, in an order in which each thing comes behind what it names. A line has the members of
 * a draft, and in {@code stored} the rows that a restoration writes; what no draft can say is in the rows alone.
 */
@Singleton
final class ExportedThings {
    private static final String STORED = "'stored' as type";

    /** The ids of tags that were merged into a tag: they lead to it, as its old slugs do. */
    private static final String MERGED = """
            array(select source::uuid from redirect
                  where kind = 'TAG' and target_id = thing.id and source ~ '^[0-9a-f]{8}(-[0-9a-f]{4}){3}-[0-9a-f]{12}$')""";

    private final StoredRows rows;

    ExportedThings(StoredRows rows) {
        this.rows = rows;
    }

    /**
     * Returns the statements; the column {@code line} of each row is a line.
     *
     * @param since the number of the change behind which a thing was changed; null for all things
     * @param now the moment of the export
     */
    List<Sql> lines(@Nullable Long since, Instant now) {
        Stream<Sql> things = Stream.of(
                authors(since),
                tags(since),
                articles(since),
                related(since),
                collections(since, now),
                redirects(since),
                comments(since),
                workingCopies(since));
        Stream<Sql> rest = Stream.concat(settings(since), since == null ? Stream.of() : Stream.of(gone(since)));
        return Stream.concat(things, rest).toList();
    }

    private Sql authors(@Nullable Long since) {
        String draft = """
                'author' as type, %s as "externalRef", thing.slug, thing.name, thing.bio, thing.image, thing.links,
                thing.custom::json as custom""".formatted(externalRef("AUTHOR", "thing.id"));
        return select(line(draft, stored(own("author"), references("AUTHOR"))))
                .then("from author thing where")
                .then(changed("author", since))
                .then("order by thing.id");
    }

    private Sql tags(@Nullable Long since) {
        String draft = """
                'tag' as type, %s as "externalRef", thing.slug, thing.name, thing.description, lower(thing.kind) as kind,
                thing.custom::json as custom""".formatted(externalRef("TAG", "thing.id"));
        String stored = stored(own("tag"), rows("merged_tag_name", "tag_id = thing.id"), referencesOfTag());
        return select(line(draft, stored))
                .then("from tag thing where")
                .then(changed("tag", since))
                .then("order by thing.id");
    }

    /** Each article, and behind it its revisions: each a line, for all of them together have no bound. */
    private Sql articles(@Nullable Long since) {
        String draft = """
                'article' as type,
                case when thing.external_id is not null
                    then json_build_object('source', thing.external_source, 'id', thing.external_id) end as "externalRef",
                thing.slug, thing.kicker, thing.title, thing.standfirst, thing.excerpt,
                (select json_build_object('format', lower(format), 'source', source) from article_body
                 where article_id = thing.id) as body,
                thing.image,
                array(select slug from article_author join author on author.id = author_id
                      where article_id = thing.id order by place) as authors,
                array(select slug from article_tag join tag on tag.id = tag_id
                      where article_id = thing.id order by place) as tags,
                thing.canonical_url as "canonicalUrl",
                json_build_object('title', thing.seo_title, 'description', thing.seo_description) as seo,
                thing.language, thing.featured, thing.custom::json as custom, lower(thing.comment_policy) as "commentPolicy",
                thing.comments_close_after_days as "commentsCloseAfterDays", lower(thing.status) as status,
                %s as "publishedAt", %s as "unpublishAt\"""".formatted(time("thing.published_at"), time("thing.unpublish_at"));
        String stored = stored(
                own("article"),
                rows("article_body", "article_id = thing.id"),
                rows("article_author", "article_id = thing.id"),
                rows("article_tag", "article_id = thing.id"),
                rows("comment_thread", "article_id = thing.id"));
        String revision = stored(
                rows("revision_text", "article_id = made.article_id and number = made.number"),
                rows("article_revision", "article_id = made.article_id and number = made.number"));
        return Sql.of("select lines.line from article thing, lateral (")
                .then("select 0::bigint as place,")
                .then(lineIf("thing.status <> 'TRASH'", draft, stored))
                .then("as line union all select made.number,")
                .then(line(STORED, revision))
                .then("from article_revision made where made.article_id = thing.id) lines where")
                .then(changedArticles(since))
                .then("order by thing.id, lines.place");
    }

    private Sql related(@Nullable Long since) {
        String draft = """
                'related' as type, thing.slug as article,
                (select coalesce(json_agg(json_build_object('article', target.slug, 'url', link.url, 'title', link.title,
                        'publisher', link.publisher, 'relation', lower(link.relation)) order by link.place), '[]')
                 from article_related link left join article target on target.id = link.target_id
                 where link.article_id = thing.id and target.status is distinct from 'TRASH') as items""";
        String stored = stored(rows("article_related", "article_id = thing.id"));
        String hasAny = "exists (select from article_related where article_id = thing.id)";
        return select(lineIf("thing.status <> 'TRASH'", draft, stored))
                .then("from article thing where")
                .then(
                        since == null
                                ? Sql.of(hasAny)
                                // of one that has none any more the draft says so; of one in the trash there is nothing
                                // to say
                                : changed("article", since).then("and (thing.status <> 'TRASH' or " + hasAny + ")"))
                .then("order by thing.id");
    }

    private Sql collections(@Nullable Long since, Instant now) {
        String draft = """
                'collection' as type, %s as "externalRef", thing.slug, thing.name, thing.description,
                (select coalesce(json_agg(json_build_object('article', article.slug, 'title', item.title, 'image', item.image)
                                          order by item.place), '[]')
                 from collection_item item join article on article.id = item.article_id
                 where item.edition_id = present.id and article.status <> 'TRASH') as items""".formatted(externalRef("COLLECTION", "thing.id"));
        String stored = stored(
                own("collection"),
                rows("collection_edition", "collection_id = thing.id"),
                rows(
                        "collection_item",
                        "edition_id in (select id from collection_edition where collection_id = thing.id)"),
                references("COLLECTION"));
        return select(line(draft, stored))
                .then("""
                        from collection thing left join lateral (
                            select id from collection_edition where collection_id = thing.id and starts_at <= ?
                            order by starts_at desc limit 1) present on true where""", now)
                .then(changed("collection", since))
                .then("order by thing.id");
    }

    private Sql redirects(@Nullable Long since) {
        String draft = """
                'redirect' as type, thing.source as path, article.slug as article, tag.slug as tag, author.slug as author,
                collection.slug as collection, thing.location""";
        return select(lineIf(
                        "thing.kind = 'PATH' and num_nonnulls(article.id, tag.id, author.id, collection.id, thing.location) = 1",
                        draft,
                        stored(own("redirect"))))
                .then("""
                        from redirect thing
                        left join article on thing.target_type = 'ARTICLE' and article.id = target_id and article.status <> 'TRASH'
                        left join tag on thing.target_type = 'TAG' and tag.id = target_id
                        left join author on thing.target_type = 'AUTHOR' and author.id = target_id
                        left join collection on thing.target_type = 'COLLECTION' and collection.id = target_id
                        where""")
                .then(
                        since == null
                                ? changed("redirect", null)
                                : changed("redirect", since)
                                        .then(
                                                "or thing.target_id in (select thing_id from change where number > ?)",
                                                since))
                .then("order by thing.id");
    }

    /** Comments, each behind what it answers. One that answers what is deleted or of nobody any more answers the article, as far as a draft says it. */
    private Sql comments(@Nullable Long since) {
        String draft = """
                'comment' as type, %s as "externalRef", article.slug as article,
                case when parent.status <> 'DELETED' and parent.author_name is not null then %s end as parent,
                json_build_object('name', thing.author_name, 'email', sender.email, 'url', thing.author_url) as author,
                thing.source as body, %s as "createdAt", lower(thing.status) as status,
                thing.staff""".formatted(commentRef("thing.id"), commentRef("parent.id"), time("thing.created_at"));
        String stored = stored(own("comment"), rows("comment_sender", "comment_id = thing.id"), references("COMMENT"));
        return select(lineIf(
                        "thing.status <> 'DELETED' and thing.author_name is not null and article.status <> 'TRASH'",
                        draft,
                        stored))
                .then("""
                        from comment thing join article on article.id = thing.article_id
                        left join comment parent on parent.id = thing.parent_id
                        left join comment_sender sender on sender.comment_id = thing.id where""")
                .then(changed("comment", since))
                .then("order by thing.article_id, thing.root_id, thing.path");
    }

    /** They are behind all that they say and name: one whose moment has come is published as soon as it is restored. */
    private Sql workingCopies(@Nullable Long since) {
        return select(line(STORED, stored(rows("working_copy", "article_id = thing.id"))))
                .then("from article thing where exists (select from working_copy where article_id = thing.id) and (")
                .then(changedArticles(since))
                .then(") order by thing.id");
    }

    /** What belongs to no thing: rules of the comments, and what was learned of them. */
    private Stream<Sql> settings(@Nullable Long since) {
        return Stream.of("comment_policy", "comment_block", "comment_block_revision", "spam_training", "spam_word")
                .map(table -> {
                    String key = table.equals("spam_word") ? "word" : "id";
                    String same = "%s.%s = thing.%s".formatted(table, key, key);
                    return select(line(STORED, stored(rows(table, same))))
                            .then("from " + table + " thing where")
                            .then(anyOf("'comment', 'comment-policy', 'block'", since))
                            .then("order by thing." + key);
                });
    }

    /** Whether anything of these types was changed; so also what is learned of comments, which the log does not tell by itself. */
    private static Sql anyOf(String types, @Nullable Long since) {
        return since == null
                ? Sql.of("true")
                : Sql.of("exists (select from change where number > ? and thing_type in (" + types + "))", since);
    }

    private static Sql gone(long since) {
        String exists = Stream.of("author", "tag", "article", "collection", "redirect", "comment")
                .map(table ->
                        "when '%1$s' then exists (select from %1$s where %1$s.id = thing.thing_id)".formatted(table))
                .collect(Collectors.joining(
                        " ", "", " when 'block' then exists (select from comment_block where id = thing.thing_id)"));
        return Sql.of("""
                        select row_to_json(said)::text as line from (
                        select 'gone' as type, thing_type as "of", thing_id as id, trash.slug from (
                            select thing_type, thing_id, max(number) as latest from change
                            where number > ? group by thing_type, thing_id) thing
                        left join article trash on trash.id = thing_id and trash.status = 'TRASH'""", since)
                .then("where trash.id is not null or not (case thing_type " + exists
                        + " else true end) order by latest) said");
    }

    private static Sql select(String line) {
        return Sql.of("select " + line + " as line");
    }

    /** The members of a draft and rows, or where the condition does not hold the rows alone. */
    private static String lineIf(String condition, String draft, String stored) {
        return "case when %s then %s else %s end".formatted(condition, line(draft, stored), line(STORED, stored));
    }

    private static String line(String members, String stored) {
        return "(select row_to_json(said)::text from (select %s, %s as stored) said)".formatted(members, stored);
    }

    private static String stored(String... tables) {
        return "(select json_strip_nulls(row_to_json(kept)) from (select %s) kept)"
                .formatted(String.join(", ", tables));
    }

    private String own(String table) {
        return rows(table, table + ".id = thing.id");
    }

    private String references(String type) {
        return rows("external_reference", "type = '%s' and thing_id = thing.id".formatted(type));
    }

    /** What other systems call a tag, and those that were merged into it. */
    private String referencesOfTag() {
        return rows("external_reference", "type = 'TAG' and thing_id = any (thing.id || " + MERGED + ")");
    }

    private String rows(String table, String condition) {
        return rows.all(table, condition) + " as " + table;
    }

    /** What another system calls a thing; if several call it something, the first. */
    private static String externalRef(String type, String id) {
        return """
                (select json_build_object('source', source, 'id', external_id) from external_reference
                 where type = '%s' and thing_id = %s order by source, external_id limit 1)""".formatted(type, id);
    }

    /** As comments have no slug, they are called by their ids if no other system calls them anything. */
    private static String commentRef(String id) {
        return "coalesce(%s, json_build_object('source', '%s', 'id', %s))"
                .formatted(externalRef("COMMENT", id), References.OURS, id);
    }

    private static String time(String column) {
        return "to_char(%s, 'YYYY-MM-DD\"T\"HH24:MI:SS.US\"Z\"')".formatted(column);
    }

    private static Sql changed(String type, @Nullable Long since) {
        return since == null
                ? Sql.of("true")
                : Sql.of("thing.id in (select thing_id from change where thing_type = ? and number > ?)", type, since);
    }

    /** Those too whose tag was merged into another. */
    private static Sql changedArticles(@Nullable Long since) {
        Sql changed = changed("article", since);
        return since == null ? changed : changed.then("""
                or exists (select from article_tag join change on change.thing_id = tag_id and thing_type = 'tag'
                           where article_id = thing.id and number > ? and 'articles' = any (groups))""", since);
    }
}
