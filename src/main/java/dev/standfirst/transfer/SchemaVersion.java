package dev.standfirst.transfer;

import dev.standfirst.shared.sql.Queries;
import dev.standfirst.shared.sql.Sql;
import jakarta.inject.Singleton;

/** The version of the database: the number of its latest migration. Rows of one version are no rows of another. */
@Singleton
final class SchemaVersion {
    private final Queries queries;

    SchemaVersion(Queries queries) {
        this.queries = queries;
    }

    String text() {
        return queries.one(
                Sql.of("select version from flyway_schema_history where success order by installed_rank desc limit 1"),
                row -> row.text("version"));
    }
}
