package dev.standfirst.schedule;

import dev.standfirst.shared.page.Lists;
import dev.standfirst.shared.page.Order;
import dev.standfirst.shared.page.Page;
import dev.standfirst.shared.page.PageRequest;
import dev.standfirst.shared.sql.Sql;
import jakarta.inject.Singleton;
import java.time.Clock;
import java.time.Instant;

/** Every query on what time does. */
@Singleton
final class Schedule {
    private static final Order BY_MOMENT = Order.ascending("at", "entry", Order.Kind.TIME);

    /** Each event has an id of its own, so that a walk neither repeats nor skips two of one moment. */
    private static final String EVENTS = """
            from (
              select published_at at, id entry, 'LIVE' event, id, slug, title from article where status = 'PUBLISHED'
              union all
              select unpublish_at, md5(id || 'end')::uuid, 'END', id, slug, title from article
              where status = 'PUBLISHED' and unpublish_at is not null
              union all
              select publish_at, md5(id || 'update')::uuid, 'UPDATE', id, slug, title
              from working_copy join article on article.id = article_id
              where publish_at is not null
              union all
              select starts_at, collection_edition.id, 'COLLECTION', collection.id, slug, name
              from collection_edition join collection on collection.id = collection_id
              where starts_at > '-infinity') event
            where""";

    private final Lists lists;
    private final Clock clock;

    Schedule(Lists lists, Clock clock) {
        this.lists = lists;
        this.clock = clock;
    }

    /** Lists what time does, the first thing first. */
    Page<Scheduled> page(ScheduleQuery query, PageRequest request) {
        Instant from = query.from() == null ? clock.instant() : query.from();
        Sql events = Sql.of(EVENTS).then("at >= ?", from).andIf("at < ?", query.to());
        return lists.page(
                request,
                BY_MOMENT,
                "at, event, id, slug, title",
                events,
                row -> new Scheduled(
                        row.instant("at"),
                        row.constant("event", Scheduled.Event.class),
                        row.uuid("id"),
                        row.text("slug"),
                        row.text("title")));
    }
}
