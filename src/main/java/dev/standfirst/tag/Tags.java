package dev.standfirst.tag;

import dev.standfirst.redirect.Addressed;
import dev.standfirst.redirect.RedirectKind;
import dev.standfirst.shared.page.Lists;
import dev.standfirst.shared.page.Page;
import dev.standfirst.shared.page.PageRequest;
import dev.standfirst.shared.sql.Queries;
import dev.standfirst.shared.sql.Row;
import dev.standfirst.shared.sql.Sql;
import dev.standfirst.shared.text.Ref;
import dev.standfirst.shared.text.Slug;
import io.quarkus.hibernate.orm.panache.PanacheQuery;
import io.quarkus.hibernate.orm.panache.PanacheRepositoryBase;
import jakarta.enterprise.context.ApplicationScoped;
import jakarta.persistence.LockModeType;
import java.sql.SQLException;
import java.time.Instant;
import java.util.Collection;
import java.util.HashMap;
import java.util.HashSet;
import java.util.List;
import java.util.Locale;
import java.util.Map;
import java.util.Optional;
import java.util.Set;
import java.util.UUID;
import org.jspecify.annotations.Nullable;

/** Every query on tags, and on which articles have them. */
@ApplicationScoped
class Tags implements PanacheRepositoryBase<Tag, UUID>, Addressed {
    private final Lists lists;
    private final Queries queries;

    Tags(Lists lists, Queries queries) {
        this.lists = lists;
        this.queries = queries;
    }

    Page<TagView> page(TagFilter filter, PageRequest request) {
        Sql from = Sql.of("from tag where true")
                .andIf("kind = ?", filter.kind() == null ? null : filter.kind().name());
        return lists.page(request, filter.order(), "tag.*", from, Tags::view);
    }

    Optional<TagView> read(Ref ref) {
        return queries.first(Sql.of("select * from tag where").then(ref.condition("tag")), Tags::view);
    }

    /** Finds a tag and keeps it from being changed by others until the transaction ends. */
    Optional<Tag> lock(Ref ref) {
        return by(ref).withLock(LockModeType.PESSIMISTIC_WRITE).firstResultOptional();
    }

    private PanacheQuery<Tag> by(Ref ref) {
        return ref.id() != null ? find("id", ref.id()) : find("slug", ref.slug());
    }

    @Override
    public RedirectKind kind() {
        return RedirectKind.TAG;
    }

    @Override
    public boolean hasSlug(String slug) {
        return count("slug", slug) > 0;
    }

    @Override
    public Optional<UUID> keep(Ref ref) {
        return by(ref).withLock(LockModeType.PESSIMISTIC_READ)
                .firstResultOptional()
                .map(tag -> tag.id);
    }

    /** Says whether readers could ever see the tag, on a story that still has it. */
    boolean wasPublic(UUID tag, Instant now) {
        return queries.one(
                Sql.of(
                        "select exists (select from article_tag where tag_id = ? and published_at <= ?) was_public",
                        tag,
                        now),
                row -> row.flag("was_public"));
    }

    /**
     * Finds tags by slug, or else by name as {@link #folded} compares it (the oldest of that name), and keeps them from being deleted
     * meanwhile.
     *
     * @return the tags by slug and by folded name
     */
    Map<String, Tag> named(Collection<String> slugsOrNames) {
        // A name and its folded form give the same slug, if any tag of that name has not taken another one.
        Set<String> slugs = new HashSet<>(slugsOrNames);
        slugsOrNames.forEach(name -> slugs.add(Slug.from(name)));
        List<String> names =
                slugsOrNames.stream().map(name -> name.toLowerCase(Locale.ROOT)).toList();
        List<Tag> tags = find("slug in ?1 or lower(name) in ?2 order by id", slugs, names)
                .withLock(LockModeType.PESSIMISTIC_READ)
                .list();
        Map<String, Tag> found = new HashMap<>();
        tags.forEach(tag -> found.putIfAbsent(folded(tag.name), tag));
        tags.forEach(tag -> found.put(tag.slug, tag));
        return found;
    }

    /** Writes a name as names are compared: in lower case, with single spaces for hyphens, underscores and white space. */
    static String folded(String name) {
        return name.toLowerCase(Locale.ROOT).replaceAll("[-_\\s]+", " ").strip();
    }

    boolean isInUse(UUID tag) {
        return !getEntityManager()
                .createNativeQuery("select 1 from article_tag where tag_id = ?1 limit 1", Integer.class)
                .setParameter(1, tag)
                .getResultList()
                .isEmpty();
    }

    /** Replaces the tags of an article. */
    void tagArticle(UUID article, List<UUID> tags, @Nullable Instant publishedAt) {
        getEntityManager()
                .createNativeQuery("delete from article_tag where article_id = ?1")
                .setParameter(1, article)
                .executeUpdate();
        for (int place = 0; place < tags.size(); place++) {
            getEntityManager()
                    .createNativeQuery(
                            "insert into article_tag (article_id, tag_id, place, published_at) values (?1, ?2, ?3, ?4)")
                    .setParameter(1, article)
                    .setParameter(2, tags.get(place))
                    .setParameter(3, place)
                    .setParameter(4, publishedAt)
                    .executeUpdate();
        }
    }

    private static TagView view(Row row) throws SQLException {
        return new TagView(
                row.uuid("id"),
                row.text("slug"),
                row.text("name"),
                row.textOrNull("description"),
                row.constant("kind", TagKind.class),
                row.instant("created_at"),
                row.instant("updated_at"),
                row.bigint("version"));
    }
}
