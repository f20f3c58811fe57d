package dev.standfirst.author;

import com.fasterxml.jackson.core.type.TypeReference;
import dev.standfirst.redirect.Addressed;
import dev.standfirst.redirect.RedirectKind;
import dev.standfirst.shared.media.Image;
import dev.standfirst.shared.page.Lists;
import dev.standfirst.shared.page.Page;
import dev.standfirst.shared.page.PageRequest;
import dev.standfirst.shared.sql.ArticleLists;
import dev.standfirst.shared.sql.Queries;
import dev.standfirst.shared.sql.Row;
import dev.standfirst.shared.sql.Sql;
import dev.standfirst.shared.sql.Statements;
import dev.standfirst.shared.text.Ref;
import io.quarkus.hibernate.orm.panache.PanacheQuery;
import io.quarkus.hibernate.orm.panache.PanacheRepositoryBase;
import jakarta.enterprise.context.ApplicationScoped;
import jakarta.persistence.LockModeType;
import java.sql.SQLException;
import java.time.Instant;
import java.util.Collection;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.UUID;
import java.util.stream.Collectors;

/** Every query on authors, and on which articles are theirs. */
@ApplicationScoped
class Authors implements PanacheRepositoryBase<Author, UUID>, Addressed {
    private static final TypeReference<Image> IMAGE = new TypeReference<>() {};
    private static final TypeReference<List<AuthorLink>> LINKS = new TypeReference<>() {};

    private final Lists lists;
    private final Queries queries;
    private final Statements statements;

    Authors(Lists lists, Queries queries, Statements statements) {
        this.lists = lists;
        this.queries = queries;
        this.statements = statements;
    }

    Page<AuthorView> page(AuthorFilter filter, PageRequest request) {
        return lists.page(request, filter.order(), "author.*", Sql.of("from author where true"), Authors::view);
    }

    Optional<AuthorView> read(Ref ref) {
        return queries.first(Sql.of("select * from author where").then(ref.condition("author")), Authors::view);
    }

    /** Finds an author and keeps the entry from being changed by others until the transaction ends. */
    Optional<Author> lock(Ref ref) {
        return by(ref).withLock(LockModeType.PESSIMISTIC_WRITE).firstResultOptional();
    }

    private PanacheQuery<Author> by(Ref ref) {
        return ref.id() != null ? find("id", ref.id()) : find("slug", ref.slug());
    }

    @Override
    public RedirectKind kind() {
        return RedirectKind.AUTHOR;
    }

    @Override
    public Optional<UUID> keep(Ref ref) {
        return by(ref).withLock(LockModeType.PESSIMISTIC_READ)
                .firstResultOptional()
                .map(author -> author.id);
    }

    /** Says whether readers could ever see the author, by a story that still is the author's. */
    boolean wasPublic(UUID author, Instant now) {
        return queries.one(
                Sql.of(
                        "select exists (select from article_author where author_id = ? and published_at <= ?) was_public",
                        author,
                        now),
                row -> row.flag("was_public"));
    }

    /** Finds authors by slug, and keeps them from being deleted meanwhile. */
    Map<String, Author> withSlugs(Collection<String> slugs) {
        return find("slug in ?1 order by id", slugs).withLock(LockModeType.PESSIMISTIC_READ).stream()
                .collect(Collectors.toMap(author -> author.slug, author -> author));
    }

    /** The ids of the authors that have these slugs at this moment, by the slugs. */
    Map<String, UUID> ids(Collection<String> slugs) {
        Sql sql = Sql.of("select slug, id from author where slug = any (?)", (Object) slugs.toArray(String[]::new));
        return queries.list(sql, row -> Map.entry(row.text("slug"), row.uuid("id"))).stream()
                .collect(Collectors.toMap(Map.Entry::getKey, Map.Entry::getValue));
    }

    /** Finds those of the ids, and keeps them from being changed until the transaction ends. */
    Map<UUID, AuthorRef> kept(Collection<UUID> ids) {
        return find("id in ?1 order by id", ids).withLock(LockModeType.PESSIMISTIC_READ).stream()
                .collect(Collectors.toMap(author -> author.id, Author::ref));
    }

    boolean isInUse(UUID author) {
        Sql sql = Sql.of("select 1 from article_author where author_id = ? limit 1", author);
        return queries.first(sql, row -> true).isPresent();
    }

    /** Replaces the authors of articles. */
    void credit(Map<UUID, List<UUID>> authors) {
        statements.run(ArticleLists.replace("article_author", "author_id", authors));
    }

    private static AuthorView view(Row row) throws SQLException {
        return new AuthorView(
                row.uuid("id"),
                row.text("slug"),
                row.text("name"),
                row.textOrNull("bio"),
                row.jsonOrNull("image", IMAGE),
                row.json("links", LINKS),
                row.freeForm("custom"),
                row.instant("created_at"),
                row.instant("updated_at"),
                row.bigint("version"));
    }
}
