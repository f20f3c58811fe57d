package dev.standfirst.comment.person;

import com.fasterxml.jackson.core.type.TypeReference;
import dev.standfirst.comment.CommentStatus;
import dev.standfirst.comment.CommentView;
import dev.standfirst.comment.Spellings;
import dev.standfirst.comment.spam.Reason;
import dev.standfirst.shared.sql.Queries;
import dev.standfirst.shared.sql.Sql;
import jakarta.inject.Singleton;
import java.util.List;
import java.util.Map;
import java.util.UUID;

/** Finds what is stored about a person. */
@Singleton
final class PersonalData {
    private static final TypeReference<List<Reason>> REASONS = new TypeReference<>() {};
    private static final TypeReference<CommentView.Below> ARTICLE = new TypeReference<>() {};

    private final Queries queries;

    PersonalData(Queries queries) {
        this.queries = queries;
    }

    List<UUID> comments(String email) {
        return queries.list(
                Sql.of("select comment_id from comment_sender where email = ? order by comment_id", email),
                row -> row.uuid("comment_id"));
    }

    /** The comments of others in which an address stands, in one of its spellings. */
    List<UUID> mentions(String email, Spellings spellings) {
        // Also without what nobody sees, and in one form of Unicode.
        Sql sql = Sql.of("""
                select id, words from comment left join comment_sender on comment_id = id
                cross join lateral (select concat_ws(' ', source, html, text, author_name, author_url, user_agent) words) written
                where (lower(words) like any (?) or lower(normalize(
                    regexp_replace(words, '[\\u00ad\\u034f\\u061c\\u200b-\\u200f\\u2060-\\u2064\\ufeff]', '', 'g'), nfkc)) like any (?))
                and email is distinct from ? order by id""", spellings.patterns(), spellings.patterns(), email);
        return queries.list(sql, row -> Map.entry(row.uuid("id"), row.text("words"))).stream()
                .filter(found -> spellings.standIn(found.getValue()))
                .map(Map.Entry::getKey)
                .toList();
    }

    /** The IP addresses from which a person's comments came. */
    List<String> ips(String email) {
        return queries.list(
                Sql.of("select distinct host(ip) ip from comment_sender where email = ? and ip is not null", email),
                row -> row.text("ip"));
    }

    List<PersonExport.Written> written(String email) {
        Sql sql = Sql.of("""
                select comment.*, host(sender.ip) ip, sender.user_agent,
                    (select json_build_object('id', article.id, 'slug', article.slug, 'title', article.title)
                     from article where article.id = comment.article_id) article
                from comment join comment_sender sender on sender.comment_id = comment.id
                where sender.email = ? order by comment.created_at, comment.id""", email);
        return queries.list(
                sql,
                row -> new PersonExport.Written(
                        row.uuid("id"),
                        row.json("article", ARTICLE),
                        row.constant("status", CommentStatus.class),
                        row.uuidOrNull("parent_id"),
                        row.textOrNull("author_name"),
                        row.textOrNull("author_url"),
                        row.textOrNull("avatar_key"),
                        row.textOrNull("source"),
                        row.textOrNull("ip"),
                        row.textOrNull("user_agent"),
                        row.integer("score"),
                        row.json("reasons", REASONS),
                        row.instant("created_at"),
                        row.instantOrNull("edited_at"),
                        row.instantOrNull("decided_at")));
    }
}
