import com.fasterxml.jackson.databind.JsonNode;
import com.fasterxml.jackson.databind.ObjectMapper;
import dev.standfirst.body.BodyFormat;
import dev.standfirst.body.Derivation;
import java.io.IOException;
import java.io.InputStream;
import java.io.OutputStream;
import java.nio.file.Files;
import java.nio.file.Path;
import java.sql.Connection;
import java.sql.DriverManager;
import java.sql.SQLException;
import java.sql.Statement;
import java.util.ArrayList;
import java.util.List;
import org.postgresql.PGConnection;

/** What an import is held against: deriving alone, and PostgreSQL alone. Run by transfer.sh; README.md says what is measured. */
final class Transfer {
    private static final List<String> TABLES =
            List.of("article", "article_body", "article_author", "article_tag", "article_revision", "revision_text");

    private Transfer() {}

    public static void main(String[] arguments) throws Exception {
        Path path = Path.of(arguments[1]);
        System.out.printf("%.1f%n", arguments[0].equals("derive") ? derived(path, Integer.parseInt(arguments[2])) : copied(path));
    }

    /** Derives the bodies of the articles of a file on this thread, after some of them to warm up; returns how many a second. */
    private static double derived(Path file, int warmUp) throws IOException {
        List<String> sources = new ArrayList<>();
        ObjectMapper mapper = new ObjectMapper();
        try (var lines = Files.lines(file)) {
            for (String line : (Iterable<String>) lines::iterator) {
                JsonNode thing = mapper.readTree(line);
                if (thing.path("type").asText().equals("article")) {
                    sources.add(thing.at("/body/source").asText());
                }
            }
        }
        for (int i = 0; i < warmUp; i++) {
            Derivation.derive(BodyFormat.MARKDOWN, sources.get(i % sources.size()));
        }
        long begin = System.nanoTime();
        for (String source : sources) {
            Derivation.derive(BodyFormat.MARKDOWN, source);
        }
        return sources.size() / seconds(begin);
    }

    /** Copies the rows of all articles into tables like theirs, indexes and checks included, in one transaction, which is not kept; returns how many articles a second. */
    private static double copied(Path folder) throws IOException, SQLException {
        String port = Files.readAllLines(folder.resolve("cluster/postmaster.pid")).get(3).strip();
        String password = Files.readString(folder.resolve("password")).strip();
        Path rows = Files.createTempDirectory("bench-rows");
        try (Connection database = DriverManager.getConnection(
                        "jdbc:postgresql://127.0.0.1:" + port + "/standfirst", "standfirst", password);
                Statement statement = database.createStatement()) {
            database.setAutoCommit(false);
            var copy = database.unwrap(PGConnection.class).getCopyAPI();
            for (String table : TABLES) {
                try (OutputStream out = Files.newOutputStream(rows.resolve(table))) {
                    copy.copyOut("copy " + table + " to stdout (format binary)", out);
                }
                statement.execute("create table bench_" + table + " (like " + table + " including all)");
            }
            long begin = System.nanoTime();
            long articles = 0;
            for (String table : TABLES) {
                try (InputStream in = Files.newInputStream(rows.resolve(table))) {
                    long copied = copy.copyIn("copy bench_" + table + " from stdin (format binary)", in, 1 << 16);
                    articles = table.equals("article") ? copied : articles;
                }
            }
            double rate = articles / seconds(begin);
            database.rollback();
            return rate;
        } finally {
            for (String table : TABLES) {
                Files.deleteIfExists(rows.resolve(table));
            }
            Files.deleteIfExists(rows);
        }
    }

    private static double seconds(long begin) {
        return (System.nanoTime() - begin) / 1e9;
    }
}
