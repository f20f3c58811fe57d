package dev.standfirst.redirect;

import com.github.f4b6a3.uuid.UuidCreator;
import dev.standfirst.shared.json.Spelling;
import dev.standfirst.shared.page.Lists;
import dev.standfirst.shared.page.Order;
import dev.standfirst.shared.page.Page;
import dev.standfirst.shared.page.PageRequest;
import dev.standfirst.shared.sql.Queries;
import dev.standfirst.shared.sql.Row;
import dev.standfirst.shared.sql.Sql;
import dev.standfirst.shared.sql.Turns;
import io.quarkus.hibernate.orm.panache.PanacheRepositoryBase;
import jakarta.enterprise.context.ApplicationScoped;
import jakarta.persistence.LockModeType;
import jakarta.persistence.Query;
import java.sql.SQLException;
import java.time.Instant;
import java.util.Collection;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.Set;
import java.util.UUID;
import java.util.stream.Collectors;
import org.jspecify.annotations.Nullable;

/** Every query on redirects. */
@ApplicationScoped
class Redirects implements PanacheRepositoryBase<Redirect, UUID> {
    private static final Order LATEST_FIRST = new Order("redirect.created_at", "redirect.id", Order.Kind.TIME, true);

    private final Lists lists;
    private final Queries queries;
    private final Turns turns;

    Redirects(Lists lists, Queries queries, Turns turns) {
        this.lists = lists;
        this.queries = queries;
        this.turns = turns;
    }

    Page<RedirectView> page(RedirectFilter filter, PageRequest request) {
        Sql from = Sql.of("from redirect where true")
                .andIf("kind = ?", filter.kind() == null ? null : filter.kind().name());
        return lists.page(request, LATEST_FIRST, "redirect.*", from, Redirects::view);
    }

    Optional<RedirectView> read(UUID id) {
        return queries.first(Sql.of("select * from redirect where id = ?", id), Redirects::view);
    }

    /**
     * Makes those take turns who write redirects from paths, or decide where those lead: two that do not see each other's could make a
     * chain or a loop. Whoever locks a thing as well locks it before.
     */
    void takeTurn() {
        turns.take("redirects");
    }

    Optional<Redirect> lock(UUID id) {
        return find("id", id).withLock(LockModeType.PESSIMISTIC_WRITE).firstResultOptional();
    }

    Optional<Redirect> lock(RedirectKind kind, String source) {
        return find("kind = ?1 and source = ?2", kind, source)
                .withLock(LockModeType.PESSIMISTIC_WRITE)
                .firstResultOptional();
    }

    /** Where one gets who goes to the target: there, or on from there. */
    RedirectTarget followed(RedirectTarget target) {
        return getEntityManager()
                .createQuery(
                        "select new dev.standfirst.redirect.RedirectTarget(targetType, targetId, location) from Redirect where kind = ?1 and source = ?2",
                        RedirectTarget.class)
                .setParameter(1, RedirectKind.PATH)
                .setParameter(2, target.comparedPath())
                .getResultStream()
                .findFirst()
                .orElse(target);
    }

    /** Lets what leads to a path lead to that path's own target, however many there are. */
    List<Redirect.Written> turn(String path, RedirectTarget target, Instant now) {
        return written("""
                update redirect set target_type = ?, target_id = cast(? as uuid), location = ?, target_path = ?,
                       updated_at = ?, version = version + 1
                where target_path = ? returning id, kind, version""", target.type().name(), target.id(), target.location(), target.comparedPath(), now, path);
    }

    /** Lets all that leads to a thing lead to another one of its type. */
    List<Redirect.Written> leadOn(UUID thing, UUID other, Instant now) {
        return written(
                "update redirect set target_id = ?, updated_at = ?, version = version + 1 where target_id = ? returning id, kind, version",
                other,
                now,
                thing);
    }

    /** Deletes all that leads to a thing. */
    List<Redirect.Written> forget(UUID thing) {
        return written("delete from redirect where target_id = ? returning id, kind, version", thing);
    }

    /** Lets an old slug, or an old id, lead to a thing. */
    void add(RedirectKind kind, String source, UUID thing, boolean wasPublic, Instant now) {
        query(
                        """
                insert into redirect (id, kind, source, target_type, target_id, was_public, created_at, updated_at, version)
                values (?1, ?2, ?3, ?4, ?5, ?6, ?7, ?7, 1)
                on conflict (kind, source) do update set target_id = excluded.target_id, was_public = excluded.was_public,
                       updated_at = excluded.updated_at, version = redirect.version + 1""",
                        UuidCreator.getTimeOrderedEpoch(),
                        kind.name(),
                        source,
                        kind.target().name(),
                        thing,
                        wasPublic,
                        now)
                .executeUpdate();
    }

    /** Finds those of the slugs that things of a kind have. */
    Set<String> taken(RedirectKind kind, Collection<String> slugs) {
        getEntityManager().flush(); // what this transaction has written counts
        Sql sql = Sql.of("select slug from " + Spelling.of(kind) + " where slug = any (?)", (Object)
                slugs.toArray(String[]::new));
        return Set.copyOf(queries.list(sql, row -> row.text("slug")));
    }

    /** Finds those that readers knew as the address of something that has another one now, or is gone. */
    Set<String> formerlyPublic(RedirectKind kind, Collection<String> sources) {
        Sql sql = Sql.of(
                "select source from redirect where kind = ? and source = any (?) and was_public",
                kind.name(),
                sources.toArray(String[]::new));
        return Set.copyOf(queries.list(sql, row -> row.text("source")));
    }

    void end(RedirectKind kind, Collection<String> sources) {
        delete("kind = ?1 and source in ?2", kind, sources);
    }

    /** Finds the things that had these slugs or ids. */
    Map<String, UUID> formerly(RedirectKind kind, Collection<String> sources) {
        Sql sql = Sql.of(
                "select source, target_id from redirect where kind = ? and source = any (?)",
                kind.name(),
                sources.toArray(String[]::new));
        return queries.list(sql, row -> Map.entry(row.text("source"), row.uuid("target_id"))).stream()
                .collect(Collectors.toMap(Map.Entry::getKey, Map.Entry::getValue));
    }

    private List<Redirect.Written> written(String sql, @Nullable Object... values) {
        return queries.list(
                Sql.of(sql, values),
                row -> new Redirect.Written(
                        row.uuid("id"), row.constant("kind", RedirectKind.class), row.bigint("version")));
    }

    private Query query(String sql, @Nullable Object... values) {
        return query(getEntityManager().createNativeQuery(sql), values);
    }

    private static Query query(Query query, @Nullable Object... values) {
        for (int place = 0; place < values.length; place++) {
            query.setParameter(place + 1, values[place]);
        }
        return query;
    }

    private static RedirectView view(Row row) throws SQLException {
        return new RedirectView(
                row.uuid("id"),
                row.constant("kind", RedirectKind.class),
                row.text("source"),
                new RedirectTarget(
                        row.constant("target_type", TargetType.class),
                        row.uuidOrNull("target_id"),
                        row.textOrNull("location")),
                row.instant("created_at"),
                row.instant("updated_at"),
                row.bigint("version"));
    }
}
