package dev.standfirst.transfer;

import com.github.f4b6a3.uuid.UuidCreator;
import dev.standfirst.shared.json.Spelling;
import dev.standfirst.shared.page.Lists;
import dev.standfirst.shared.page.Order;
import dev.standfirst.shared.page.Page;
import dev.standfirst.shared.page.PageRequest;
import dev.standfirst.shared.sql.Queries;
import dev.standfirst.shared.sql.Row;
import dev.standfirst.shared.sql.Sql;
import dev.standfirst.shared.sql.Statements;
import jakarta.inject.Singleton;
import java.sql.SQLException;
import java.time.Clock;
import java.time.Duration;
import java.time.Instant;
import java.util.List;
import java.util.Optional;
import java.util.UUID;
import java.util.stream.Stream;

/** What is kept of imports: how each went, and its faults. */
@Singleton
class Imports {
    /** How long nothing may be heard of one that runs; its server says something every second. */
    static final Duration SILENCE = Duration.ofSeconds(10);

    private static final int KEPT = 100;

    private static final Order LATEST_FIRST = new Order("started_at", "id", Order.Kind.TIME, true);
    private static final Order IN_THEIR_ORDER = Order.ascending("number", "id", Order.Kind.NUMBER);

    private final Queries queries;
    private final Statements statements;
    private final Lists lists;
    private final Clock clock;

    Imports(Queries queries, Statements statements, Lists lists, Clock clock) {
        this.queries = queries;
        this.statements = statements;
        this.lists = lists;
        this.clock = clock;
    }

    /** Writes down that an import begins, in the current transaction; fails with {@link ImportProblem#IMPORT_RUNNING}. The eldest are forgotten. */
    void begin(Run run) {
        Instant now = clock.instant();
        statements.run(Sql.of("""
                update import_run set state = 'INTERRUPTED', ended_at = heard_at, detail = 'Its server went away.'
                where state = 'RUNNING' and heard_at < ?""", now.minus(SILENCE)));
        // Lines of readers' comments are among them.
        statements.run(Sql.of(
                "delete from import_line where import_id in (select id from import_run where state <> 'RUNNING')"));
        statements.run(Sql.of(
                "delete from import_waiting where import_id in (select id from import_run where state <> 'RUNNING')"));
        queries.first(Sql.of("select id, started_name from import_run where state = 'RUNNING'"), row -> {
                    String which = row.uuid("id") + ", which " + row.text("started_name") + " started";
                    return ImportProblem.IMPORT_RUNNING
                            .because("The import " + which + ", is running.")
                            .withHeader("Retry-After", String.valueOf(SILENCE.toSeconds()));
                })
                .ifPresent(refusal -> {
                    throw refusal;
                });
        ImportView view = run.view();
        statements.run(Sql.of(
                """
                insert into import_run (id, format, state, dry_run, on_fault, started_by, started_name, started_at, heard_at, lines,
                    created, updated, unchanged, refused, waiting)
                values (?, ?, 'RUNNING', ?, ?, ?, ?, ?, ?, 0, 0, 0, 0, 0, 0)""",
                run.id(),
                view.format().name(),
                run.isDryRun(),
                run.options().onFault().name(),
                run.actor().id(),
                run.actor().name(),
                view.startedAt(),
                now));
        statements.run(Sql.of("""
                delete from import_run where state <> 'RUNNING' and id not in (
                    select id from import_run order by started_at desc, id desc limit ?)""", KEPT));
    }

    /** Writes down how an import stands, and that it is alive; ends one that was given up for lost, as what it kept is gone. */
    void keep(Run run) {
        ImportView view = run.view();
        var counts = view.counts();
        Instant now = clock.instant();
        int kept = statements.run(Sql.of(
                """
                update import_run set heard_at = ?, lines = ?, created = ?, updated = ?, unchanged = ?, refused = ?, waiting = ?,
                    state = ?, detail = ?, ended_at = ?
                where id = ? and state = 'RUNNING'""",
                now,
                counts.lines(),
                counts.created(),
                counts.updated(),
                counts.unchanged(),
                counts.refused(),
                counts.waiting(),
                view.state().name(),
                view.detail(),
                view.endedAt(),
                run.id()));
        if (kept == 0) {
            run.cut();
        }
    }

    /** Writes faults down, in their order. */
    void refuse(Run run, List<ImportFault> faults) {
        statements.run(Sql.of(
                """
                insert into import_fault (id, import_id, number, line, pointer, type, detail)
                select id, ?, number, line, pointer, type, detail
                from unnest(?, ?, ?, ?, ?, ?) fault (id, number, line, pointer, type, detail)""",
                run.id(),
                faults.stream().map(fault -> UuidCreator.getTimeOrderedEpoch()).toArray(UUID[]::new),
                faults.stream().map(fault -> run.nextFault()).toArray(Long[]::new),
                faults.stream().map(ImportFault::line).toArray(Long[]::new),
                texts(faults.stream().map(ImportFault::pointer)),
                texts(faults.stream().map(ImportFault::type)),
                texts(faults.stream().map(ImportFault::detail))));
    }

    /** They may quote the file, which may hold anything. */
    private static String[] texts(Stream<String> texts) {
        return texts.map(Spelling::storable).toArray(String[]::new);
    }

    Page<ImportView> page(PageRequest request) {
        return lists.page(request, LATEST_FIRST, "import_run.*", Sql.of("from import_run where true"), this::view);
    }

    Optional<ImportView> read(UUID id) {
        return queries.first(Sql.of("select * from import_run where id = ?", id), this::view);
    }

    Page<ImportFault> faults(UUID id, PageRequest request) {
        return lists.page(
                request,
                IN_THEIR_ORDER,
                "import_fault.*",
                Sql.of("from import_fault where import_id = ?", id),
                Imports::fault);
    }

    /** The faults behind a number, in their order. */
    List<ImportFault> faultsBehind(UUID id, long number, int atMost) {
        Sql sql = Sql.of(
                "select * from import_fault where import_id = ? and number > ? order by number limit ?",
                id,
                number,
                atMost);
        return queries.list(sql, Imports::fault);
    }

    private static ImportFault fault(Row row) throws SQLException {
        return new ImportFault(row.bigint("line"), row.text("pointer"), row.text("type"), row.text("detail"));
    }

    private ImportView view(Row row) throws SQLException {
        ImportState state = row.constant("state", ImportState.class);
        Instant heard = row.instant("heard_at");
        boolean isLost =
                state == ImportState.RUNNING && heard.isBefore(clock.instant().minus(SILENCE));
        Instant ended = isLost ? heard : row.instantOrNull("ended_at");
        return new ImportView(
                row.uuid("id"),
                row.constant("format", ImportFormat.class),
                isLost ? ImportState.INTERRUPTED : state,
                isLost ? "Its server went away." : row.textOrNull("detail"),
                row.flag("dry_run"),
                new ImportView.Counts(
                        row.bigint("lines"),
                        row.bigint("created"),
                        row.bigint("updated"),
                        row.bigint("unchanged"),
                        row.bigint("refused"),
                        row.bigint("waiting")),
                row.text("started_name"),
                row.instant("started_at"),
                ended,
                ended == null ? heard : ended);
    }
}
