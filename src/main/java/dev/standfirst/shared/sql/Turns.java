package dev.standfirst.shared.sql;

import jakarta.inject.Singleton;
import java.util.Collection;
import java.util.List;

/** Lets writers that want the same name go one after the other, on all nodes. */
@Singleton
public final class Turns {
    private final Queries queries;

    Turns(Queries queries) {
        this.queries = queries;
    }

    /** Waits until no other transaction has the turn of this name, and keeps it until the current transaction ends. */
    public void take(String name) {
        takeAll(List.of(name));
    }

    /** Takes the turns of all these names, in one order for whoever takes several. */
    public void takeAll(Collection<String> names) {
        String[] inOrder = names.stream().distinct().sorted().toArray(String[]::new);
        queries.list(
                Sql.of("select pg_advisory_xact_lock(hashtextextended(name, 0)) from unnest(?) name", (Object) inOrder),
                row -> true);
    }

    /** Takes the turn of this name if no other transaction has it, and says whether it did; does not wait. */
    public boolean tryTake(String name) {
        return queries.one(
                Sql.of("select pg_try_advisory_xact_lock(hashtextextended(?, 0)) taken", name),
                row -> row.flag("taken"));
    }
}
