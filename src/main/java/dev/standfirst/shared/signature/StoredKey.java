package dev.standfirst.shared.signature;

import io.quarkus.narayana.jta.QuarkusTransaction;
import io.quarkus.runtime.StartupEvent;
import jakarta.enterprise.event.Observes;
import jakarta.enterprise.inject.Produces;
import jakarta.inject.Singleton;
import jakarta.persistence.EntityManager;
import java.security.SecureRandom;

/**
 * Produces the site's key from its row, which whoever needs it first makes. Of several servers that make one at once, one does, and all
 * read that one.
 *
 * <p>It is read when the server starts and kept in memory from then on, also where the row is gone meanwhile, as between tests: what was
 * signed before is still valid then, and nothing in the server's life deletes the row.
 */
@Singleton
final class StoredKey {
    private final EntityManager entities;

    StoredKey(EntityManager entities) {
        this.entities = entities;
    }

    @Produces
    @Singleton
    SigningKey key() {
        // In a transaction of its own: a key that a failing request made and took back must not sign anything.
        return QuarkusTransaction.requiringNew().call(this::readOrMake);
    }

    /** Lets no request wait for it, which may hold a connection already. */
    void start(@Observes StartupEvent event, SigningKey key) {
        key.sign("the start of the server");
    }

    private SigningKey readOrMake() {
        byte[] random = new byte[SigningKey.LENGTH];
        new SecureRandom().nextBytes(random);
        entities.createNativeQuery("insert into signing_key (value) values (?1) on conflict do nothing")
                .setParameter(1, random)
                .executeUpdate();
        return SigningKey.of((byte[]) entities.createNativeQuery("select value from signing_key", byte[].class)
                .getSingleResult());
    }
}
