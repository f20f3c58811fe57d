package dev.standfirst.shared.sql;

import jakarta.inject.Singleton;
import jakarta.persistence.EntityManager;

/** Lets writers that want the same name go one after the other, on all nodes. */
@Singleton
public final class Turns {
    private final EntityManager entities;

    Turns(EntityManager entities) {
        this.entities = entities;
    }

    /** Waits until no other transaction has the turn of this name, and keeps it until the current transaction ends. */
    public void take(String name) {
        entities.createNativeQuery("select 1 from pg_advisory_xact_lock(hashtextextended(?1, 0))", Integer.class)
                .setParameter(1, name)
                .getSingleResult();
    }

    /** Takes the turn of this name if no other transaction has it, and says whether it did; does not wait. */
    public boolean tryTake(String name) {
        return (boolean)
                entities.createNativeQuery("select pg_try_advisory_xact_lock(hashtextextended(?1, 0))", Boolean.class)
                        .setParameter(1, name)
                        .getSingleResult();
    }
}
