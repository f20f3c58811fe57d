package dev.standfirst.tag;

import dev.standfirst.redirect.Addressed;
import dev.standfirst.redirect.RedirectKind;
import dev.standfirst.shared.page.Lists;
import dev.standfirst.shared.page.Page;
import dev.standfirst.shared.page.PageRequest;
import dev.standfirst.shared.sql.ArticleLists;
import dev.standfirst.shared.sql.Queries;
import dev.standfirst.shared.sql.Row;
import dev.standfirst.shared.sql.Sql;
import dev.standfirst.shared.sql.Statements;
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
import java.util.function.Function;
import java.util.stream.Collectors;

/** Every query on tags, and on which articles have them. */
@ApplicationScoped
class Tags implements PanacheRepositoryBase<Tag, UUID>, Addressed {
    private final Lists lists;
    private final Queries queries;
    private final Statements statements;

    Tags(Lists lists, Queries queries, Statements statements) {
        this.lists = lists;
        this.queries = queries;
        this.statements = statements;
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

    /** Finds tags and keeps them from being changed by others until the transaction ends; in one order, whoever asks. */
    Map<UUID, Tag> lock(Collection<UUID> ids) {
        return find("id in ?1 order by id", ids).withLock(LockModeType.PESSIMISTIC_WRITE).stream()
                .collect(Collectors.toMap(tag -> tag.id, tag -> tag));
    }

    private PanacheQuery<Tag> by(Ref ref) {
        return ref.id() != null ? find("id", ref.id()) : find("slug", ref.slug());
    }

    @Override
    public RedirectKind kind() {
        return RedirectKind.TAG;
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
     * Finds tags by slug, or else by name as {@link #folded} compares it (the oldest of that name), or else what the old slug or the name
     * of a merged tag leads to; and keeps them, where that is wished, from being deleted or merged meanwhile.
     *
     * @param formerly where slugs that no tag has any more lead
     * @param lock whether they are kept: {@code NONE} or {@code PESSIMISTIC_READ}
     * @return the tags by slug and by folded name
     */
    Map<String, Tag> named(
            Collection<String> slugsOrNames,
            Function<Collection<String>, Map<String, UUID>> formerly,
            LockModeType lock) {
        // A name and its folded form give the same slug, if any tag of that name has not taken another one.
        Set<String> slugs = new HashSet<>(slugsOrNames);
        slugsOrNames.forEach(name -> slugs.add(Slug.from(name)));
        List<String> names =
                slugsOrNames.stream().map(name -> name.toLowerCase(Locale.ROOT)).toList();
        Map<String, UUID> led = new HashMap<>(namesOfMerged(slugsOrNames));
        formerly.apply(slugs).forEach((slug, id) -> {
            led.put(folded(slug), id);
            led.put(slug, id);
        });
        List<Tag> tags = find("slug in ?1 or lower(name) in ?2 or id in ?3 order by id", slugs, names, led.values())
                .withLock(lock)
                .list();
        Map<String, Tag> found = new HashMap<>();
        tags.forEach(tag -> found.putIfAbsent(folded(tag.name), tag));
        tags.forEach(tag -> found.put(tag.slug, tag));
        Map<UUID, Tag> byId = tags.stream().collect(Collectors.toMap(tag -> tag.id, tag -> tag));
        led.forEach((name, id) -> Optional.ofNullable(byId.get(id)).ifPresent(tag -> found.putIfAbsent(name, tag)));
        return found;
    }

    /** Finds those of the ids, and keeps them from being changed until the transaction ends. */
    Map<UUID, TagRef> kept(Collection<UUID> ids) {
        return find("id in ?1 order by id", ids).withLock(LockModeType.PESSIMISTIC_READ).stream()
                .collect(Collectors.toMap(tag -> tag.id, Tag::ref));
    }

    private Map<String, UUID> namesOfMerged(Collection<String> names) {
        String[] folded = names.stream().map(Tags::folded).toArray(String[]::new);
        return queries
                .list(
                        Sql.of("select name, tag_id from merged_tag_name where name = any (?)", (Object) folded),
                        row -> Map.entry(row.text("name"), row.uuid("tag_id")))
                .stream()
                .collect(Collectors.toMap(Map.Entry::getKey, Map.Entry::getValue));
    }

    /** Writes a name as names are compared: in lower case, with single spaces for hyphens, underscores and white space. */
    static String folded(String name) {
        return name.toLowerCase(Locale.ROOT).replaceAll("[-_\\s]+", " ").strip();
    }

    boolean isInUse(UUID tag) {
        Sql sql = Sql.of("select 1 from article_tag where tag_id = ? limit 1", tag);
        return queries.first(sql, row -> true).isPresent();
    }

    /** Replaces the tags of articles. */
    void tagArticles(Map<UUID, List<UUID>> tags) {
        statements.run(ArticleLists.replace("article_tag", "tag_id", tags));
    }

    /** Gives the articles and the names of one tag to another. An article that had both keeps the one, at the place of the first. */
    void moveAll(Tag merged, Tag into) {
        write("""
                update article_tag kept set place = gone.place from article_tag gone
                where gone.tag_id = ?1 and kept.tag_id = ?2 and kept.article_id = gone.article_id and gone.place < kept.place""", merged.id, into.id);
        write("""
                delete from article_tag where tag_id = ?1
                and article_id in (select article_id from article_tag where tag_id = ?2)""", merged.id, into.id);
        write("update article_tag set tag_id = ?2 where tag_id = ?1", merged.id, into.id);
        write("update merged_tag_name set tag_id = ?2 where tag_id = ?1", merged.id, into.id);
        write("""
                insert into merged_tag_name (name, tag_id) values (?1, ?2)
                on conflict (name) do update set tag_id = excluded.tag_id""", folded(merged.name), into.id);
    }

    private void write(String sql, Object first, Object second) {
        getEntityManager()
                .createNativeQuery(sql)
                .setParameter(1, first)
                .setParameter(2, second)
                .executeUpdate();
    }

    private static TagView view(Row row) throws SQLException {
        return new TagView(
                row.uuid("id"),
                row.text("slug"),
                row.text("name"),
                row.textOrNull("description"),
                row.constant("kind", TagKind.class),
                row.freeForm("custom"),
                row.instant("created_at"),
                row.instant("updated_at"),
                row.bigint("version"));
    }
}
