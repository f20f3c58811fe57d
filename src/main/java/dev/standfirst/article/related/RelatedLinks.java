package dev.standfirst.article.related;

import com.fasterxml.jackson.core.JsonProcessingException;
import com.fasterxml.jackson.core.type.TypeReference;
import com.fasterxml.jackson.databind.ObjectMapper;
import dev.standfirst.article.RelatedLink;
import dev.standfirst.shared.sql.Queries;
import dev.standfirst.shared.sql.Sql;
import dev.standfirst.shared.text.Ref;
import jakarta.inject.Singleton;
import java.util.List;
import java.util.Optional;

/** Every query on the links that editors chose. */
@Singleton
final class RelatedLinks {
    private static final TypeReference<List<RelatedView.Link>> LINKS = new TypeReference<>() {};

    private static final String ITEMS = """
            (select coalesce(json_agg(json_build_object(
                 'relation', link.relation,
                 'article', case when target.id is not null then json_build_object(
                     'id', target.id, 'slug', target.slug, 'title', target.title,
                     'status', target.status, 'publishedAt', target.published_at) end,
                 'url', link.url, 'title', link.title, 'publisher', link.publisher)
               order by link.place), '[]')
             from %s left join article target on target.id = link.target_id
             where %s) items""";

    private final Queries queries;
    private final ObjectMapper mapper;

    RelatedLinks(Queries queries, ObjectMapper mapper) {
        this.queries = queries;
        this.mapper = mapper;
    }

    /**
     * The links of an article as readers may see them.
     *
     * @param pending whether the article has a working copy, which may have others
     */
    record Found(RelatedView live, boolean pending) {}

    /** Reads the links of an article with one statement. */
    Optional<Found> read(Ref ref) {
        Sql sql = Sql.of("""
                        select article.id, article.version,
                            exists (select from working_copy where article_id = article.id) pending,""")
                .then(ITEMS.formatted("article_related link", "link.article_id = article.id"))
                .then("from article where")
                .then(ref.condition("article"));
        return queries.first(
                sql,
                row -> new Found(
                        new RelatedView(row.uuid("id"), row.bigint("version"), row.json("items", LINKS)),
                        row.flag("pending")));
    }

    /** Tells of links that are stored elsewhere what they lead to, with one statement; those to articles that are gone are left out. */
    List<RelatedView.Link> resolved(List<RelatedLink> links) {
        String given = """
                (select upper(link ->> 'relation') relation, (link ->> 'target')::uuid target_id, link ->> 'url' url,
                        link ->> 'title' title, link ->> 'publisher' publisher, place
                 from json_array_elements(cast(? as json)) with ordinality given (link, place)) link""";
        Sql sql = Sql.of(
                "select " + ITEMS.formatted(given, "link.target_id is null or target.id is not null"), json(links));
        return queries.one(sql, row -> row.json("items", LINKS));
    }

    private String json(List<RelatedLink> links) {
        try {
            return mapper.writeValueAsString(links);
        } catch (JsonProcessingException e) {
            throw new IllegalStateException("Links are plain records", e);
        }
    }
}
