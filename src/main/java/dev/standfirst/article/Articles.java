package dev.standfirst.article;

import com.fasterxml.jackson.core.type.TypeReference;
import dev.standfirst.access.ArticleStatus;
import dev.standfirst.author.AuthorRef;
import dev.standfirst.body.BodyFormat;
import dev.standfirst.body.Derivation;
import dev.standfirst.body.Heading;
import dev.standfirst.body.Source;
import dev.standfirst.redirect.Addressed;
import dev.standfirst.redirect.RedirectKind;
import dev.standfirst.revision.Revisions;
import dev.standfirst.shared.media.Image;
import dev.standfirst.shared.page.Lists;
import dev.standfirst.shared.page.Page;
import dev.standfirst.shared.page.PageRequest;
import dev.standfirst.shared.sql.Queries;
import dev.standfirst.shared.sql.Row;
import dev.standfirst.shared.sql.Sql;
import dev.standfirst.shared.text.Ref;
import dev.standfirst.tag.TagRef;
import io.quarkus.hibernate.orm.panache.PanacheQuery;
import io.quarkus.hibernate.orm.panache.PanacheRepositoryBase;
import jakarta.enterprise.context.ApplicationScoped;
import jakarta.persistence.LockModeType;
import java.sql.SQLException;
import java.time.Instant;
import java.util.Collection;
import java.util.List;
import java.util.Optional;
import java.util.Set;
import java.util.UUID;
import org.jspecify.annotations.Nullable;

/** Every query on articles of the desk. */
@ApplicationScoped
class Articles implements PanacheRepositoryBase<Article, UUID>, Addressed {
    private static final TypeReference<List<AuthorRef>> AUTHORS = new TypeReference<>() {};
    private static final TypeReference<List<TagRef>> TAGS = new TypeReference<>() {};
    private static final TypeReference<List<Heading>> OUTLINE = new TypeReference<>() {};
    private static final TypeReference<List<Source>> SOURCES = new TypeReference<>() {};
    private static final TypeReference<Image> IMAGE = new TypeReference<>() {};

    private static final TypeReference<List<RelatedLink>> LINKS = new TypeReference<>() {};

    private static final String RELATED = """
            (select coalesce(json_agg(json_build_object('relation', relation, 'target', target_id, 'url', url, 'title', title,
                                                        'publisher', publisher) order by place), '[]')
             from article_related where article_related.article_id = article.id) related""";

    private static final String REFS = AuthorRef.OF_ARTICLE + ", " + TagRef.OF_ARTICLE;

    private static final String SUMMARY = """
            article.id, article.slug, article.external_source, article.external_id, article.kicker, article.title, article.language,
            article.featured, article.status, article.published_at, article.unpublish_at, article.word_count, article.created_at,
            article.updated_at, article.version,
            exists (select from working_copy where article_id = article.id) pending""" + ", " + REFS;

    private final Lists lists;
    private final Queries queries;
    private final SiteSettings site;
    private final Revisions revisions;
    private final Snapshots snapshots;

    Articles(Lists lists, Queries queries, SiteSettings site, Revisions revisions, Snapshots snapshots) {
        this.lists = lists;
        this.queries = queries;
        this.site = site;
        this.revisions = revisions;
        this.snapshots = snapshots;
    }

    Page<ArticleSummary> page(ArticleFilter filter, ArticleSort sort, PageRequest request) {
        return lists.page(request, sort.order(), SUMMARY, filter.from().then(sort.hasPlace()), Articles::summary);
    }

    /** Reads an article whole, as readers may see it, with one statement. */
    Optional<ArticleView> read(Ref ref) {
        Sql sql = Sql.of("""
                        select article_body.*, article.*, working_copy.since copy_since, working_copy.status copy_status,
                            working_copy.publish_at copy_publish_at,""" + REFS).then("""
                        from article join article_body on article_body.article_id = article.id
                        left join working_copy on working_copy.article_id = article.id where""").then(ref.condition("article"));
        return queries.first(sql, this::view);
    }

    /** Finds the moments of articles that have come and of which the log does not tell yet, in their order. */
    List<Moments.Due> due(Instant now) {
        Sql sql = Sql.of("""
                select article_id, publish_at moment from working_copy where publish_at <= ?
                union all select id, published_at from article where status = 'PUBLISHED' and announced = 'NONE' and published_at <= ?
                union all select id, unpublish_at from article
                    where status = 'PUBLISHED' and announced <> 'ENDED' and unpublish_at <= ?
                order by moment, article_id""", now, now, now);
        return queries.list(sql, row -> new Moments.Due(row.uuid("article_id"), row.instant("moment")));
    }

    /** Finds the working copies that are due, in the order of their moments. */
    List<Moments.Due> dueCopies(Instant now) {
        Sql sql = Sql.of(
                "select article_id, publish_at from working_copy where publish_at <= ? order by publish_at, article_id",
                now);
        return queries.list(sql, row -> new Moments.Due(row.uuid("article_id"), row.instant("publish_at")));
    }

    /** Finds an article and keeps it from being changed by others until the transaction ends. */
    Optional<Article> lock(Ref ref) {
        return by(ref).withLock(LockModeType.PESSIMISTIC_WRITE).firstResultOptional();
    }

    private PanacheQuery<Article> by(Ref ref) {
        return ref.id() != null ? find("id", ref.id()) : find("slug", ref.slug());
    }

    Optional<Article> lock(ExternalRef ref) {
        return find("externalSource = ?1 and externalId = ?2", ref.source(), ref.id())
                .withLock(LockModeType.PESSIMISTIC_WRITE)
                .firstResultOptional();
    }

    /** Whether any article is called so by another system. */
    boolean isAnyCalled(Collection<ExternalRef> refs) {
        Sql sql = Sql.of(
                "from article where (external_source, external_id) in (select * from unnest(?, ?))",
                refs.stream().map(ExternalRef::source).toArray(String[]::new),
                refs.stream().map(ExternalRef::id).toArray(String[]::new));
        return !refs.isEmpty() && queries.count(sql) > 0;
    }

    /** Finds articles whose bodies older rules derived, in the order of their ids. */
    List<UUID> outdated(UUID after, int atMost) {
        Sql sql = Sql.of(
                "select article_id from article_body where derivation < ? and article_id > ? order by article_id limit ?",
                Derivation.NUMBER,
                after,
                atMost);
        return queries.list(sql, row -> row.uuid("article_id"));
    }

    /** Locks those of the articles whose bodies are still outdated; passes over what somebody else has locked. */
    List<Article> lockOutdated(List<UUID> ids) {
        // Articles first, as their writers do: whoever locked the body first would wait for such a writer, and he for
        // it.
        return getSession()
                .createNativeQuery("""
                        select article.* from article join article_body on article_body.article_id = article.id
                        where article_body.derivation < ?1 and article.id in (?2)
                        order by article.id for update of article skip locked
                        """, Article.class)
                .setParameter(1, Derivation.NUMBER)
                .setParameterList(2, ids)
                .getResultList();
    }

    /** Derives the body of an article by the present rules. */
    void derive(UUID id) {
        ArticleBody body = getEntityManager().find(ArticleBody.class, id);
        findById(id).derive(body.write(body.draft()));
    }

    DerivationProgress derivationProgress() {
        Sql sql = Sql.of("""
                select count(*) filter (where derivation < ?) outdated, count(*) filter (where derivation >= ?) up_to_date
                from article_body""", Derivation.NUMBER, Derivation.NUMBER);
        return queries.one(
                sql,
                row -> new DerivationProgress(Derivation.NUMBER, row.bigint("up_to_date"), row.bigint("outdated")));
    }

    @Override
    public RedirectKind kind() {
        return RedirectKind.ARTICLE;
    }

    @Override
    public Optional<UUID> keep(Ref ref) {
        return by(ref).withLock(LockModeType.PESSIMISTIC_READ)
                .firstResultOptional()
                .map(article -> article.id);
    }

    /** Gathers all that belongs to an article. */
    WholeArticle whole(Article article) {
        ArticleBody body = getEntityManager().find(ArticleBody.class, article.id);
        Sql sql = Sql.of(
                "select exists (select from working_copy where article_id = article.id) pending, " + RELATED + ", "
                        + REFS + " from article where id = ?",
                article.id);
        return queries.one(sql, row -> {
            WholeArticle live = WholeArticle.of(
                    article, body, row.json("authors", AUTHORS), row.json("tags", TAGS), row.json("related", LINKS));
            return row.flag("pending")
                    ? live.with(
                            getEntityManager().find(WorkingCopy.class, article.id),
                            revision(article.id, article.version))
                    : live;
        });
    }

    /** What a revision of an article says, of which it is known that there is one. */
    Content revision(UUID article, long number) {
        return restore(article, number).orElseThrow(() -> new IllegalStateException("Each version has a revision"));
    }

    /** What a revision of an article says. */
    Optional<Content> restore(UUID article, long number) {
        return revisions.restore(article, number).map(restored -> snapshots.read(restored.snapshot()));
    }

    Optional<UUID> id(Ref ref) {
        Sql sql = Sql.of("select id from article where").then(ref.condition("article"));
        return queries.first(sql, row -> row.uuid("id"));
    }

    void persist(List<WholeArticle> wholes) {
        wholes.forEach(
                whole -> persist(whole.article())); // those of one table after each other: they are sent together
        wholes.forEach(whole -> getEntityManager().persist(whole.body()));
    }

    /** Writes what was changed, and lets go of all that was read: of many articles not all need to be in memory at once. */
    void forget() {
        flush();
        getEntityManager().clear();
    }

    void begin(WorkingCopy copy) {
        getEntityManager().persist(copy);
    }

    void drop(WorkingCopy copy) {
        getEntityManager().remove(copy);
    }

    /** Replaces the links of an article. */
    void relate(UUID article, List<RelatedLink> links) {
        getEntityManager()
                .createNativeQuery("delete from article_related where article_id = ?1")
                .setParameter(1, article)
                .executeUpdate();
        for (int place = 0; place < links.size(); place++) {
            RelatedLink link = links.get(place);
            getEntityManager()
                    .createNativeQuery("""
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

    /** Finds those of the articles that there still are, and keeps them from being deleted until the transaction ends. */
    Set<UUID> kept(Collection<UUID> ids) {
        Sql sql = Sql.of("select id from article where id = any (?) order by id for key share", (Object)
                ids.toArray(UUID[]::new));
        return ids.isEmpty() ? Set.of() : Set.copyOf(queries.list(sql, row -> row.uuid("id")));
    }

    /** Finds the articles that an editor linked to this one, in the order of their ids. */
    List<UUID> linkingTo(UUID article) {
        return queries.list(
                Sql.of("select article_id from article_related where target_id = ? order by article_id", article),
                row -> row.uuid("article_id"));
    }

    void purge(WholeArticle whole) {
        getEntityManager().remove(whole.body());
        delete(whole.article());
    }

    private static ArticleSummary summary(Row row) throws SQLException {
        return new ArticleSummary(
                row.uuid("id"),
                row.text("slug"),
                externalRef(row),
                row.textOrNull("kicker"),
                row.text("title"),
                row.json("authors", AUTHORS),
                row.json("tags", TAGS),
                row.text("language"),
                row.flag("featured"),
                row.constant("status", ArticleStatus.class),
                row.instantOrNull("published_at"),
                row.instantOrNull("unpublish_at"),
                row.integer("word_count"),
                row.instant("created_at"),
                row.instant("updated_at"),
                row.bigint("version"),
                row.flag("pending"));
    }

    private ArticleView view(Row row) throws SQLException {
        return new ArticleView(
                row.uuid("id"),
                row.text("slug"),
                externalRef(row),
                row.textOrNull("kicker"),
                row.text("title"),
                row.textOrNull("standfirst"),
                row.textOrNull("excerpt"),
                new ArticleView.Body(
                        row.constant("format", BodyFormat.class),
                        row.text("source"),
                        row.text("html"),
                        row.text("text"),
                        row.json("outline", OUTLINE),
                        site.outside(row.json("sources", SOURCES)),
                        row.text("derived_excerpt"),
                        row.integer("word_count"),
                        row.integer("reading_minutes")),
                row.jsonOrNull("image", IMAGE),
                row.json("authors", AUTHORS),
                row.json("tags", TAGS),
                row.textOrNull("canonical_url"),
                new Seo(row.textOrNull("seo_title"), row.textOrNull("seo_description")),
                row.text("language"),
                row.flag("featured"),
                row.freeForm("custom"),
                row.constantOrNull("comment_policy", CommentPolicy.class),
                row.integerOrNull("comments_close_after_days"),
                row.constant("status", ArticleStatus.class),
                row.instantOrNull("published_at"),
                row.instantOrNull("unpublish_at"),
                row.instantOrNull("first_published_at"),
                row.instant("created_at"),
                row.uuidOrNull("created_by"),
                row.instant("updated_at"),
                row.bigint("version"),
                false,
                copy(row));
    }

    private static ArticleView.@Nullable Copy copy(Row row) throws SQLException {
        ArticleStatus status = row.constantOrNull("copy_status", ArticleStatus.class);
        return status == null
                ? null
                : new ArticleView.Copy(status, row.instant("copy_since"), row.instantOrNull("copy_publish_at"));
    }

    private static @Nullable ExternalRef externalRef(Row row) throws SQLException {
        String source = row.textOrNull("external_source");
        return source == null ? null : new ExternalRef(source, row.text("external_id"));
    }
}
