package dev.standfirst.delivery;

import com.fasterxml.jackson.core.type.TypeReference;
import dev.standfirst.article.Live;
import dev.standfirst.shared.media.Image;
import dev.standfirst.shared.page.Lists;
import dev.standfirst.shared.page.Order;
import dev.standfirst.shared.page.Page;
import dev.standfirst.shared.page.PageRequest;
import dev.standfirst.shared.sql.Queries;
import dev.standfirst.shared.sql.Row;
import dev.standfirst.shared.sql.Sql;
import dev.standfirst.shared.text.Ref;
import jakarta.inject.Singleton;
import java.sql.SQLException;
import java.time.Instant;
import java.util.List;
import java.util.Optional;
import org.jspecify.annotations.Nullable;

/** Reads collections as they are now. */
@Singleton
final class DeliveredCollections {
    private static final TypeReference<Image> IMAGE = new TypeReference<>() {};
    private static final Order BY_SLUG = Order.ascending("collection.slug", "collection.id", Order.Kind.TEXT);

    private final Lists lists;
    private final Queries queries;

    DeliveredCollections(Lists lists, Queries queries) {
        this.lists = lists;
        this.queries = queries;
    }

    Page<CollectionLabel> page(PageRequest request) {
        return lists.page(
                request,
                BY_SLUG,
                "collection.*",
                Sql.of("from collection where true"),
                row -> new CollectionLabel(
                        row.uuid("id"), row.text("slug"), row.text("name"), row.textOrNull("description")));
    }

    /** A collection, and when the next edition of it begins. */
    record Found(DeliveredCollection collection, @Nullable Instant nextEditionAt) {}

    /** Reads a collection with one statement, however many stories it holds. */
    Optional<Found> find(Ref ref, Teasers teasers, Instant now) {
        Sql sql = Sql.of("""
                        select collection.id collection_id, collection.slug collection_slug, collection.name,
                            collection.description,
                            greatest(collection.updated_at, nullif(edition.starts_at, '-infinity')) collection_updated_at,
                            (select min(starts_at) from collection_edition later
                             where later.collection_id = collection.id and later.starts_at > ?) next_edition_at,
                            item.title item_title, item.image item_image, article.id is not null is_live,""", now)
                .then(teasers.columns())
                .then("""
                        from collection
                        join lateral (select * from collection_edition where collection_id = collection.id and starts_at <= ?
                                      order by starts_at desc limit 1) edition on true
                        left join (collection_item item join article on article.id = item.article_id and""", now)
                .then(Live.condition(now))
                .then(") on item.edition_id = edition.id where")
                .then(ref.condition("collection"))
                .then("order by item.place");
        List<Placed> rows = queries.list(sql, row -> placed(row, teasers));
        return rows.stream()
                .findFirst()
                .map(first -> new Found(
                        first.header(rows.stream()
                                .flatMap(row -> Optional.ofNullable(row.item()).stream())
                                .toList()),
                        first.nextEditionAt()));
    }

    /** A row: the collection, and one of its stories if any is live. */
    private record Placed(
            DeliveredCollection empty, @Nullable Instant nextEditionAt, DeliveredCollection.@Nullable Item item) {

        DeliveredCollection header(List<DeliveredCollection.Item> items) {
            return new DeliveredCollection(
                    empty.id(), empty.slug(), empty.name(), empty.description(), empty.updatedAt(), items);
        }
    }

    private static Placed placed(Row row, Teasers teasers) throws SQLException {
        var empty = new DeliveredCollection(
                row.uuid("collection_id"),
                row.text("collection_slug"),
                row.text("name"),
                row.textOrNull("description"),
                row.instant("collection_updated_at"),
                List.of());
        return new Placed(
                empty, row.instantOrNull("next_edition_at"), row.flag("is_live") ? item(row, teasers.read(row)) : null);
    }

    private static DeliveredCollection.Item item(Row row, ArticleTeaser story) throws SQLException {
        String title = row.textOrNull("item_title");
        Image image = row.jsonOrNull("item_image", IMAGE);
        return new DeliveredCollection.Item(
                title == null ? story.title() : title, image == null ? story.image() : image, story);
    }
}
