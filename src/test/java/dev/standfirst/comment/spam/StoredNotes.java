package dev.standfirst.comment.spam;

import java.sql.Connection;
import java.sql.PreparedStatement;
import java.sql.SQLException;
import java.time.ZoneOffset;
import java.util.UUID;
import javax.sql.DataSource;
import org.jspecify.annotations.Nullable;

/** Puts comments into the database as they are stored, for tests. */
public final class StoredNotes {
    private final DataSource database;

    public StoredNotes(DataSource database) {
        this.database = database;
    }

    /** Stores a comment on an article that it makes. */
    public void add(Submission note, String status, @Nullable String decidedBy) throws SQLException {
        run("""
                insert into article (id, slug, title, language, featured, status, derived_excerpt, word_count, reading_minutes,
                                     created_at, updated_at, version)
                values (?, gen_random_uuid(), 'A story', 'en', false, 'DRAFT', '', 0, 0, now(), now(), 1) on conflict do nothing""", note.article());
        run(
                """
                insert into comment (id, article_id, root_id, depth, path, status, staff, vouched, author_name, source, html, text, replies, score,
                                     reasons, created_at, decided_by, updated_at, version)
                values (?, ?, ?, 0, '', ?, false, false, ?, ?, '', ?, 0, 0, '[]', ?, ?, now(), 1)""",
                note.comment(),
                note.article(),
                note.comment(),
                status,
                note.name(),
                note.source(),
                note.text(),
                note.at().atOffset(ZoneOffset.UTC),
                decidedBy);
        run(
                "insert into comment_sender (comment_id, email, ip) values (?, ?, cast(? as inet))",
                note.comment(),
                note.email(),
                note.ip());
    }

    private void run(String sql, @Nullable Object... values) throws SQLException {
        try (Connection connection = database.getConnection();
                PreparedStatement statement = connection.prepareStatement(sql)) {
            for (int place = 0; place < values.length; place++) {
                statement.setObject(place + 1, values[place]);
            }
            statement.executeUpdate();
        }
    }

    /** Any article but the usual one. */
    public static UUID anotherArticle() {
        return UUID.randomUUID();
    }
}
