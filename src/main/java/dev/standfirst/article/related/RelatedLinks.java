package dev.standfirst.article.related;

import com.fasterxml.jackson.core.type.TypeReference;
import dev.standfirst.shared.sql.Queries;
import dev.standfirst.shared.sql.Sql;
import dev.standfirst.shared.text.Ref;
import jakarta.inject.Singleton;
import jakarta.persistence.EntityManager;
import java.util.List;
import java.util.Optional;
import java.util.UUID;

/** Every query on the links that editors chose. */
@Singleton
final class RelatedLinks {
    private static final TypeReference<List<RelatedView.Link>> LINKS = new TypeReference<>() {};

    private final EntityManager entities;
    private final Queries queries;

    RelatedLinks(EntityManager entities, Queries queries) {
        this.entities = entities;
        this.queries = queries;
    }

    /** Reads the links of an article with one statement. */
    Optional<RelatedView> read(Ref ref) {
        Sql sql = Sql.of("""
                select article.id, article.version,
                  (select coalesce(json_agg(json_build_object(
                       'relation', article_related.relation,
                       'article', case when target.id is not null then json_build_object(
                           'id', target.id, 'slug', target.slug, 'title', target.title,
                           'status', target.status, 'publishedAt', target.published_at) end,
                       'url', article_related.url, 'title', article_related.title, 'publisher', article_related.publisher)
                     order by article_related.place), '[]')
                   from article_related left join article target on target.id = article_related.target_id
                   where article_related.article_id = article.id) items
                from article where""").then(ref.condition("article"));
        return queries.first(
                sql, row -> new RelatedView(row.uuid("id"), row.bigint("version"), row.json("items", LINKS)));
    }

    /** The links of an article as they are stored, in order. */
    List<RelatedLink> of(UUID article) {
        Sql sql = Sql.of("select * from article_related where article_id = ? order by place", article);
        return queries.list(
                sql,
                row -> new RelatedLink(
                        row.constant("relation", Relation.class),
                        row.uuidOrNull("target_id"),
                        row.textOrNull("url"),
                        row.textOrNull("title"),
                        row.textOrNull("publisher")));
    }

    /** Finds the article to link to, and keeps it from being deleted until the transaction ends. */
    Optional<UUID> target(Ref ref) {
        Sql sql = Sql.of("select id from article where")
                .then(ref.condition("article"))
                .then("for key share");
        return queries.first(sql, row -> row.uuid("id"));
    }

    /** Replaces the links of an article. */
    void replace(UUID article, List<RelatedLink> links) {
        entities.createNativeQuery("delete from article_related where article_id = ?1")
                .setParameter(1, article)
                .executeUpdate();
        for (int place = 0; place < links.size(); place++) {
            RelatedLink link = links.get(place);
            entities.createNativeQuery("""
                            insert into article_related (article_id, place, relation, target_id, url, title, publisher)
                            values (?1, ?2, ?3, ?4, ?5, ?6, ?7)""")
                    .setParameter(1, article)
                    .setParameter(2, place)
                    .setParameter(3, link.relation().name())
                    .setParameter(4, link.target())
                    .setParameter(5, link.url())
                    .setParameter(6, link.title())
                    .setParameter(7, link.publisher())
                    .executeUpdate();
        }
    }
}
