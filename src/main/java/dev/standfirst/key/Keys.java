package dev.standfirst.key;

import dev.standfirst.access.Role;
import dev.standfirst.shared.page.Lists;
import dev.standfirst.shared.page.Order;
import dev.standfirst.shared.page.Page;
import dev.standfirst.shared.page.PageRequest;
import dev.standfirst.shared.sql.Queries;
import dev.standfirst.shared.sql.Row;
import dev.standfirst.shared.sql.Sql;
import io.quarkus.hibernate.orm.panache.PanacheRepositoryBase;
import jakarta.enterprise.context.ApplicationScoped;
import jakarta.persistence.LockModeType;
import java.sql.SQLException;
import java.time.Instant;
import java.util.List;
import java.util.Optional;
import java.util.UUID;

/** Every query on keys. */
@ApplicationScoped
class Keys implements PanacheRepositoryBase<ApiKey, UUID> {
    private static final Order LATEST_FIRST = new Order("created_at", "id", Order.Kind.TIME, true);

    private final Lists lists;
    private final Queries queries;

    Keys(Lists lists, Queries queries) {
        this.lists = lists;
        this.queries = queries;
    }

    Page<KeyView> page(PageRequest request) {
        return lists.page(request, LATEST_FIRST, "api_key.*", Sql.of("from api_key where true"), Keys::view);
    }

    Optional<KeyView> read(UUID id) {
        return queries.first(Sql.of("select * from api_key where id = ?", id), Keys::view);
    }

    /** Finds a key and keeps it from being changed by others until the transaction ends. */
    Optional<ApiKey> lock(UUID id) {
        return find("id", id).withLock(LockModeType.PESSIMISTIC_WRITE).firstResultOptional();
    }

    /**
     * Finds a key and all administrator keys, and keeps them from being changed by others: in one order for all, so that two who end
     * each other's key do not wait crosswise.
     */
    List<ApiKey> lockWithAdmins(UUID id) {
        return find("id = ?1 or role = ?2 order by id", id, Role.ADMIN)
                .withLock(LockModeType.PESSIMISTIC_WRITE)
                .list();
    }

    boolean hasAdmin() {
        return count("role", Role.ADMIN) > 0;
    }

    /** Finds the key that has a secret now, or had it before its last rotation. */
    Optional<HeldKey> held(Secret secret) {
        byte[] hash = secret.hash();
        Sql sql = Sql.of("""
                select id, name, role, expires_at, revoked_at, last_used_at,
                    case when secret_hash <> ? then previous_until end secret_until
                from api_key where secret_hash = ? or previous_secret_hash = ?
                """, hash, hash, hash);
        return queries.first(
                sql,
                row -> new HeldKey(
                        row.uuid("id"),
                        row.text("name"),
                        row.constant("role", Role.class),
                        row.instantOrNull("secret_until"),
                        row.instantOrNull("expires_at"),
                        row.instantOrNull("revoked_at"),
                        row.instantOrNull("last_used_at")));
    }

    /** Writes down a use, unless somebody is changing the key just now: nobody waits for a moment that may be off by a minute. */
    void used(UUID id, Instant now) {
        getEntityManager()
                .createNativeQuery("""
                        update api_key set last_used_at = ?1
                        where id = (select id from api_key where id = ?2 for no key update skip locked)
                        """)
                .setParameter(1, now)
                .setParameter(2, id)
                .executeUpdate();
    }

    private static KeyView view(Row row) throws SQLException {
        return new KeyView(
                row.uuid("id"),
                row.text("name"),
                row.constant("role", Role.class),
                row.text("prefix"),
                row.instant("created_at"),
                row.instant("updated_at"),
                row.instantOrNull("expires_at"),
                row.instantOrNull("revoked_at"),
                row.instantOrNull("last_used_at"),
                row.instantOrNull("previous_until"),
                row.bigint("version"));
    }
}
