package dev.standfirst.transfer;

import dev.standfirst.article.ArticleService;
import dev.standfirst.change.ChangeTokens;
import dev.standfirst.shared.sql.ConsistentReads;
import dev.standfirst.shared.sql.Sql;
import jakarta.enterprise.context.ApplicationScoped;
import java.io.IOException;
import java.io.OutputStream;
import java.nio.charset.StandardCharsets;
import java.time.Clock;
import java.util.List;
import org.jspecify.annotations.Nullable;

/** Writes a whole site as lines. */
@ApplicationScoped
public class ExportService {
    /** In the log, that rows were restored: not which. */
    static final String RESTORED = "import.restore";

    private final ExportedThings things;
    private final ArticleService articles;
    private final ConsistentReads reads;
    private final ChangeTokens tokens;
    private final SchemaVersion schema;
    private final Clock clock;

    ExportService(
            ExportedThings things,
            ArticleService articles,
            ConsistentReads reads,
            ChangeTokens tokens,
            SchemaVersion schema,
            Clock clock) {
        this.things = things;
        this.articles = articles;
        this.reads = reads;
        this.tokens = tokens;
        this.schema = schema;
        this.clock = clock;
    }

    /** Something that is written as it is read. */
    @FunctionalInterface
    public interface Content {
        void writeTo(OutputStream out) throws IOException;
    }

    /**
     * An export.
     *
     * @param token where the log of changes stands: an export since then has all that this one has not
     */
    public record Export(String token, Content content) {}

    /**
     * Exports the site as it is at one moment.
     *
     * @param since the token of an earlier export: only what was changed since; null for everything
     */
    public Export export(@Nullable String since) {
        articles.catchUp();
        // Read before all else: what is changed in between is in this export and in the next, not in none; and what is
        // restored in between is behind this token too.
        String latest = tokens.latest();
        Long number = since == null ? null : tokens.number(since, RESTORED);
        return new Export(latest, out -> write(number, out));
    }

    private void write(@Nullable Long since, OutputStream out) throws IOException {
        List<Sql> statements = things.lines(since, clock.instant());
        reads.during(moment -> {
            write(out, "{\"type\":\"export\",\"schema\":\"" + schema.text() + "\"}");
            for (Sql statement : statements) {
                moment.each(statement, row -> write(out, row.text("line")));
            }
        });
    }

    private static void write(OutputStream out, String line) throws IOException {
        out.write(line.getBytes(StandardCharsets.UTF_8));
        out.write('\n');
    }
}
