package dev.standfirst.shared.idempotency;

import io.quarkus.hibernate.orm.panache.PanacheRepositoryBase;
import jakarta.enterprise.context.ApplicationScoped;
import jakarta.persistence.LockModeType;
import java.time.Instant;
import java.util.Optional;

/** Every query on kept answers. */
@ApplicationScoped
class KeptAnswers implements PanacheRepositoryBase<KeptAnswer, String> {
    /** More than one, so that expired answers become fewer; few, so that no request works for all that came before. */
    private static final int SWEPT_AT_ONCE = 20;

    private static final String HOLDS = "lower(name || ' ' || coalesce(body, '')) like any (?1)";

    /** Finds an answer, expired or not, and keeps it from being swept away. */
    Optional<KeptAnswer> lock(String name) {
        return find("name", name).withLock(LockModeType.PESSIMISTIC_WRITE).firstResultOptional();
    }

    boolean isKept(String name, Instant now) {
        return count("name = ?1 and keptUntil > ?2", name, now) > 0;
    }

    int count(String[] patterns) {
        return ((Number) getEntityManager()
                        .createNativeQuery("select count(*) from kept_answer where " + HOLDS)
                        .setParameter(1, patterns)
                        .getSingleResult())
                .intValue();
    }

    int forget(String[] patterns) {
        return getEntityManager()
                .createNativeQuery("delete from kept_answer where " + HOLDS)
                .setParameter(1, patterns)
                .executeUpdate();
    }

    /** Deletes some of the answers that are no longer kept, but for those that somebody else holds. */
    int sweep(Instant now) {
        return getEntityManager()
                .createNativeQuery("""
                        delete from kept_answer where name in (
                            select name from kept_answer where kept_until <= ?1
                            order by kept_until limit ?2 for update skip locked)
                        """)
                .setParameter(1, now)
                .setParameter(2, SWEPT_AT_ONCE)
                .executeUpdate();
    }
}
