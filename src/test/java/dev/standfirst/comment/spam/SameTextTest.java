package dev.standfirst.comment.spam;

import static dev.standfirst.comment.spam.Note.NOON;
import static dev.standfirst.comment.spam.Note.aNote;
import static dev.standfirst.comment.spam.StoredNotes.anotherArticle;
import static org.assertj.core.api.Assertions.assertThat;

import dev.standfirst.testing.BlankSlate;
import dev.standfirst.testing.CountingDriver;
import io.quarkus.test.junit.QuarkusTest;
import jakarta.inject.Inject;
import java.sql.Connection;
import java.sql.SQLException;
import java.sql.Statement;
import java.time.Duration;
import java.util.ArrayList;
import java.util.List;
import javax.sql.DataSource;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.extension.ExtendWith;

@QuarkusTest
@ExtendWith(BlankSlate.class)
class SameTextTest {
    private static final String TEXT = "I earn 300 a day from home, and so can you: ask me how.";
    private static final String OTHER = "The horn of the ferry is louder than that of the pilots.";

    @Inject
    SameTextLayer layer;

    @Inject
    DataSource database;

    private StoredNotes stored;

    @BeforeEach
    void begin() {
        stored = new StoredNotes(database);
    }

    @Test
    void the_same_text_of_the_same_sender_holds_whatever_the_article_and_however_it_is_written() throws SQLException {
        stored.add(aNote().saying(TEXT).below(anotherArticle()).sent(), "PENDING", null);
        assertThat(layer.judge(aNote().saying(TEXT).sent()))
                .containsExactly(new Reason("same-text", 50, "the sender sent the same text before"));
        assertThat(points(aNote().saying("  i EARN 300 a day\nfrom home - and so can\u200b you; ask me ｈｏｗ!!")))
                .isEqualTo(50);
        assertThat(points(aNote().saying(TEXT).from("ines@example.org", null))).isEqualTo(50);
        assertThat(points(aNote().saying(TEXT).from("other@example.org", "192.0.2.7")))
                .isEqualTo(50);
        assertThat(points(aNote().saying(TEXT.replace("300", "400")))).isZero();
        assertThat(points(aNote().saying(TEXT).from("other@example.org", "192.0.2.8")))
                .isZero();
        assertThat(points(aNote().saying(TEXT).from(null, null))).isZero();
    }

    @Test
    void one_other_of_the_same_text_is_nothing_and_two_hold() throws SQLException {
        stored.add(aNote().saying(TEXT).from("a@example.org", "192.0.2.1").sent(), "APPROVED", null);
        assertThat(points(aNote().saying(TEXT))).isZero();
        stored.add(aNote().saying(TEXT).from("b@example.org", "192.0.2.2").sent(), "APPROVED", null);
        assertThat(layer.judge(aNote().saying(TEXT).sent()))
                .containsExactly(new Reason("same-text", 50, "several others sent the same text"));
        stored.add(aNote().saying(TEXT).sent(), "APPROVED", null);
        assertThat(points(aNote().saying(TEXT))).isEqualTo(100);
    }

    @Test
    void what_the_desk_took_for_spam_holds_when_it_comes_again_but_not_what_rules_did() throws SQLException {
        stored.add(aNote().saying(TEXT).from("a@example.org", "192.0.2.1").sent(), "SPAM", null);
        assertThat(points(aNote().saying(TEXT))).isZero();
        stored.add(aNote().saying(OTHER).from("a@example.org", "192.0.2.1").sent(), "SPAM", "The desk");
        assertThat(layer.judge(aNote().saying(OTHER).sent()))
                .containsExactly(new Reason("same-text", 50, "the desk took the same text for spam"));
    }

    @Test
    void what_is_older_what_is_short_and_the_comment_itself_do_not_count() throws SQLException {
        Submission old =
                aNote().saying(TEXT).at(NOON.minus(Duration.ofHours(24))).sent();
        stored.add(old, "PENDING", null);
        assertThat(points(aNote().saying(TEXT))).isZero();
        assertThat(points(aNote().saying(TEXT).at(NOON.minusMillis(1)))).isEqualTo(50);
        assertThat(points(aNote().saying(TEXT).withId(old.comment()).at(NOON.minusMillis(1))))
                .isZero();
        stored.add(aNote().saying("Well said, all of it, every word!").sent(), "PENDING", null);
        assertThat(points(aNote().saying("Well said, all of it, every word!"))).isZero();
    }

    @Test
    void texts_in_any_script_differ() throws SQLException {
        stored.add(
                aNote().saying("Гудок парома громче, чем гудок лоцмана в гавани")
                        .sent(),
                "PENDING",
                null);
        assertThat(points(aNote().saying("ГУДОК парома громче чем гудок лоцмана в гавани")))
                .isEqualTo(50);
        assertThat(points(aNote().saying("Гудок парома тише, чем гудок лоцмана в гавани")))
                .isZero();
    }

    @Test
    void it_takes_one_statement_that_seeks_the_index() throws SQLException {
        int before = CountingDriver.executed();
        layer.judge(aNote().saying(TEXT).sent());
        assertThat(CountingDriver.executed() - before).isEqualTo(1);
        List<String> plan = new ArrayList<>();
        try (Connection connection = database.getConnection();
                Statement statement = connection.createStatement()) {
            statement.execute("set enable_seqscan = off");
            var lines = statement.executeQuery(
                    "explain select * from comment where comment_sameness(text) = comment_sameness('a') and created_at > now()");
            while (lines.next()) {
                plan.add(lines.getString(1));
            }
            statement.execute("reset enable_seqscan");
        }
        assertThat(plan.get(0)).startsWith("Index Scan using comment_same_text");
        assertThat(plan.get(1)).contains("Index Cond:", "hashtextextended", "created_at");
    }

    private int points(Note note) {
        return layer.judge(note.sent()).stream().mapToInt(Reason::points).sum();
    }
}
