package dev.standfirst.collection;

import com.fasterxml.jackson.core.JsonProcessingException;
import com.fasterxml.jackson.core.type.TypeReference;
import com.fasterxml.jackson.databind.ObjectMapper;
import dev.standfirst.redirect.Addressed;
import dev.standfirst.redirect.RedirectKind;
import dev.standfirst.shared.media.Image;
import dev.standfirst.shared.page.Lists;
import dev.standfirst.shared.page.Order;
import dev.standfirst.shared.page.Page;
import dev.standfirst.shared.page.PageRequest;
import dev.standfirst.shared.sql.Queries;
import dev.standfirst.shared.sql.Row;
import dev.standfirst.shared.sql.Sql;
import dev.standfirst.shared.text.Ref;
import io.quarkus.hibernate.orm.panache.PanacheQuery;
import io.quarkus.hibernate.orm.panache.PanacheRepositoryBase;
import jakarta.enterprise.context.ApplicationScoped;
import jakarta.persistence.LockModeType;
import java.sql.SQLException;
import java.time.Instant;
import java.util.List;
import java.util.Optional;
import java.util.UUID;
import org.jspecify.annotations.Nullable;

/** Every query on collections of the desk, their editions and their stories. */
@ApplicationScoped
class Collections implements PanacheRepositoryBase<Collection, UUID>, Addressed {
    private static final TypeReference<List<ItemView>> ITEMS = new TypeReference<>() {};
    private static final Order BY_SLUG = Order.ascending("collection.slug", "collection.id", Order.Kind.TEXT);
    private static final Order BY_MOMENT = Order.ascending("edition.starts_at", "edition.id", Order.Kind.TIME);

    /** What is told of a collection and its editions up to now; the moment stands there three times. */
    private static final String STATE = """
            (select min(starts_at) from collection_edition later where later.collection_id = collection.id and later.starts_at > ?)
                next_edition_at,
            collection.version - 1
                + (select count(*) from collection_edition begun where begun.collection_id = collection.id and begun.starts_at <= ?)
                version_now,
            greatest(collection.updated_at, nullif(edition.starts_at, '-infinity')) updated_now""";

    /** The collections with the edition of each that holds now; the moment stands there once. */
    private static final String FROM = """
            from collection join lateral (
                select * from collection_edition where collection_id = collection.id and starts_at <= ?
                order by starts_at desc limit 1) edition on true
            where""";

    private static final String STORIES = """
            (select coalesce(json_agg(json_build_object(
                 'article', json_build_object('id', article.id, 'slug', article.slug, 'title', article.title,
                                              'status', article.status, 'publishedAt', article.published_at),
                 'title', item.title, 'image', item.image) order by item.place), '[]')
             from collection_item item join article on article.id = item.article_id
             where item.edition_id = edition.id) items""";

    private final Lists lists;
    private final Queries queries;
    private final ObjectMapper mapper;

    Collections(Lists lists, Queries queries, ObjectMapper mapper) {
        this.lists = lists;
        this.queries = queries;
        this.mapper = mapper;
    }

    Page<CollectionSummary> page(PageRequest request, Instant now) {
        Sql columns = Sql.of("collection.*, (select count(*) from collection_item where edition_id = edition.id) size,")
                .then(STATE, now, now);
        return lists.page(
                request,
                BY_SLUG,
                columns,
                Sql.of(FROM, now).then("true"),
                row -> new CollectionSummary(
                        row.uuid("id"),
                        row.text("slug"),
                        row.text("name"),
                        row.textOrNull("description"),
                        row.integer("size"),
                        row.instantOrNull("next_edition_at"),
                        row.instant("updated_now"),
                        row.bigint("version_now")));
    }

    /** Reads a collection as it is now, with one statement. */
    Optional<CollectionView> read(Ref ref, Instant now) {
        Sql sql = Sql.of("select collection.*,")
                .then(STATE, now, now)
                .then("," + STORIES)
                .then(FROM, now)
                .then(ref.condition("collection"));
        return queries.first(
                sql,
                row -> new CollectionView(
                        row.uuid("id"),
                        row.text("slug"),
                        row.text("name"),
                        row.textOrNull("description"),
                        row.json("items", ITEMS),
                        row.instantOrNull("next_edition_at"),
                        row.instant("created_at"),
                        row.instant("updated_now"),
                        row.bigint("version_now")));
    }

    /** Finds a collection and keeps it from being changed by others until the transaction ends. */
    Optional<Collection> lock(Ref ref) {
        return by(ref).withLock(LockModeType.PESSIMISTIC_WRITE).firstResultOptional();
    }

    private PanacheQuery<Collection> by(Ref ref) {
        return ref.id() != null ? find("id", ref.id()) : find("slug", ref.slug());
    }

    @Override
    public RedirectKind kind() {
        return RedirectKind.COLLECTION;
    }

    @Override
    public Optional<UUID> keep(Ref ref) {
        return by(ref).withLock(LockModeType.PESSIMISTIC_READ)
                .firstResultOptional()
                .map(collection -> collection.id);
    }

    /** A story in its place, as it is stored. */
    record Item(
            UUID article, @Nullable String title, @Nullable Image image) {}

    /** Adds an edition; one that begins before all time is never announced. */
    void begin(UUID edition, UUID collection, @Nullable Instant startsAt, @Nullable String note, List<Item> items) {
        getEntityManager()
                .createNativeQuery("""
                        insert into collection_edition (id, collection_id, starts_at, note, announced)
                        values (?1, ?2, coalesce(cast(?3 as timestamptz), '-infinity'), ?4, cast(?3 as timestamptz) is null)""")
                .setParameter(1, edition)
                .setParameter(2, collection)
                .setParameter(3, startsAt)
                .setParameter(4, note)
                .executeUpdate();
        put(edition, items);
    }

    /** The edition of a collection that holds now. */
    UUID edition(UUID collection, Instant now) {
        return queries.one(
                Sql.of(
                        "select id from collection_edition where collection_id = ? and starts_at <= ? order by starts_at desc limit 1",
                        collection,
                        now),
                row -> row.uuid("id"));
    }

    /** Replaces the stories of an edition. */
    void replace(UUID edition, List<Item> items) {
        getEntityManager()
                .createNativeQuery("delete from collection_item where edition_id = ?1")
                .setParameter(1, edition)
                .executeUpdate();
        put(edition, items);
    }

    private void put(UUID edition, List<Item> items) {
        getEntityManager()
                .createNativeQuery("""
                        insert into collection_item (edition_id, place, article_id, title, image)
                        select ?1, place, cast(item ->> 'article' as uuid), item ->> 'title', cast(nullif(item ->> 'image', 'null') as jsonb)
                        from json_array_elements(cast(?2 as json)) with ordinality items (item, place)""")
                .setParameter(1, edition)
                .setParameter(2, json(items))
                .executeUpdate();
    }

    private String json(List<Item> items) {
        try {
            return mapper.writeValueAsString(items);
        } catch (JsonProcessingException e) {
            throw new IllegalStateException("Items are plain records", e);
        }
    }

    /** Lists the editions of a collection that are to come, the first before the others. */
    Page<EditionView> editions(UUID collection, PageRequest request, Instant now) {
        return lists.page(
                request,
                BY_MOMENT,
                "edition.*, " + STORIES,
                Sql.of(
                        "from collection_edition edition where edition.collection_id = ? and edition.starts_at > ?",
                        collection,
                        now),
                Collections::edition);
    }

    Optional<EditionView> edition(UUID collection, UUID id) {
        Sql sql = Sql.of("select edition.*, " + STORIES)
                .then(
                        "from collection_edition edition where collection_id = ? and id = ? and starts_at > '-infinity'",
                        collection,
                        id);
        return queries.first(sql, Collections::edition);
    }

    boolean hasEditionAt(UUID collection, Instant moment) {
        return queries.count(
                        Sql.of("from collection_edition where collection_id = ? and starts_at = ?", collection, moment))
                > 0;
    }

    void cancel(UUID edition) {
        getEntityManager()
                .createNativeQuery("delete from collection_edition where id = ?1")
                .setParameter(1, edition)
                .executeUpdate();
    }

    /** Finds the editions that have begun and of which the log does not tell yet, in their order. */
    List<CollectionEditions.Due> due(Instant now) {
        return queries.list(due().then("and starts_at <= ? order by starts_at, id", now), Collections::due);
    }

    /** Finds those of one collection. */
    List<CollectionEditions.Due> due(UUID collection, Instant now) {
        return queries.list(
                due().then("and collection_id = ? and starts_at <= ? order by starts_at, id", collection, now),
                Collections::due);
    }

    private static Sql due() {
        return Sql.of("select id, collection_id, starts_at from collection_edition where not announced");
    }

    private static CollectionEditions.Due due(Row row) throws SQLException {
        return new CollectionEditions.Due(row.uuid("id"), row.uuid("collection_id"), row.instant("starts_at"));
    }

    /** Takes note that the log is told of an edition. */
    void announced(UUID edition) {
        getEntityManager()
                .createNativeQuery("update collection_edition set announced = true where id = ?1")
                .setParameter(1, edition)
                .executeUpdate();
    }

    private static EditionView edition(Row row) throws SQLException {
        return new EditionView(
                row.uuid("id"),
                row.uuid("collection_id"),
                row.instant("starts_at"),
                row.textOrNull("note"),
                row.json("items", ITEMS));
    }
}
