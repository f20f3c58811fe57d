package dev.standfirst.comment.spam.learned;

import static dev.standfirst.comment.spam.Note.aNote;
import static dev.standfirst.comment.spam.learned.Lesson.Verdict.HAM;
import static dev.standfirst.comment.spam.learned.Lesson.Verdict.SPAM;
import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;

import dev.standfirst.comment.spam.Reason;
import dev.standfirst.shared.sql.Queries;
import dev.standfirst.shared.sql.Sql;
import dev.standfirst.testing.BlankSlate;
import dev.standfirst.testing.CountingDriver;
import dev.standfirst.testing.HeldLock;
import io.quarkus.narayana.jta.QuarkusTransaction;
import io.quarkus.test.junit.QuarkusTest;
import jakarta.inject.Inject;
import jakarta.persistence.TransactionRequiredException;
import java.util.ArrayList;
import java.util.Collections;
import java.util.List;
import java.util.concurrent.CompletableFuture;
import java.util.stream.IntStream;
import javax.sql.DataSource;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.extension.ExtendWith;

@QuarkusTest
@ExtendWith(BlankSlate.class)
class LearnedTest {
    @Inject
    SpamTraining training;

    @Inject
    LearnedLayer layer;

    @Inject
    Queries queries;

    @Inject
    DataSource database;

    @Test
    void it_is_silent_until_there_are_fifty_of_both() {
        learn(times(49, casino()));
        learn(times(50, ferry()));
        assertThat(layer.judge(aNote().saying("casino bonus").sent())).isEmpty();
        learn(times(1, casino()));
        assertThat(layer.judge(aNote().saying("casino bonus").sent())).isNotEmpty();
    }

    @Test
    void what_is_like_spam_is_spam_and_what_is_like_ham_speaks_for_itself() {
        learn(times(50, casino()));
        learn(times(50, ferry()));
        assertThat(layer.judge(aNote().saying("A bonus at the casino")
                        .linking("https://win.example/")
                        .sent()))
                .singleElement()
                .satisfies(reason -> {
                    assertThat(reason.layer()).isEqualTo("learned");
                    assertThat(reason.points()).isEqualTo(100);
                    assertThat(reason.detail()).matches("(99|100) % likely spam, most telling: .*bonus.*");
                });
        assertThat(layer.judge(aNote().saying("The ferry blew its horn").sent()))
                .singleElement()
                .satisfies(reason -> assertThat(reason.points()).isNegative());
        assertThat(layer.judge(aNote().by("Otto").saying("Unheard words alone").sent()))
                .allSatisfy(reason -> assertThat(reason.points()).isLessThan(Reason.HOLDS));
    }

    @Test
    void what_is_taken_back_leaves_nothing() {
        learn(List.of(casino(), ferry()));
        assertThat(words()).contains("casino 0 1", "ferry 1 0");
        QuarkusTransaction.requiringNew().run(() -> training.learn(List.of(), List.of(casino())));
        assertThat(words()).contains("ferry 1 0").noneMatch(word -> word.startsWith("casino"));
        assertThat(totals()).isEqualTo("1 0");
        QuarkusTransaction.requiringNew().run(() -> training.learn(List.of(), List.of(ferry())));
        assertThat(words()).isEmpty();
        assertThat(totals()).isEqualTo("0 0");
    }

    @Test
    void a_change_of_mind_moves_a_comment_from_one_class_to_the_other() {
        learn(List.of(casino()));
        Lesson ham = new Lesson(casino().writing(), HAM);
        QuarkusTransaction.requiringNew().run(() -> training.learn(List.of(ham), List.of(casino())));
        assertThat(words()).contains("casino 1 0").allMatch(word -> word.endsWith(" 1 0"));
        assertThat(totals()).isEqualTo("1 0");
    }

    @Test
    void what_was_never_learned_cannot_be_taken_back() {
        learn(List.of(ferry()));
        QuarkusTransaction.requiringNew().run(() -> training.learn(List.of(ferry()), List.of(casino(), casino())));
        assertThat(words()).contains("ferry 2 0").noneMatch(word -> word.contains(" -"));
        assertThat(totals()).isEqualTo("2 0");
    }

    @Test
    void it_belongs_to_the_transaction_of_the_decision() {
        assertThatThrownBy(() -> training.learn(List.of(casino()))).isInstanceOf(TransactionRequiredException.class);
        assertThatThrownBy(() -> QuarkusTransaction.requiringNew().run(() -> {
                    training.learn(List.of(casino()));
                    throw new IllegalStateException("the decision failed");
                }))
                .hasMessageContaining("the decision failed");
        assertThat(words()).isEmpty();
    }

    @Test
    void a_thousand_comments_take_as_many_statements_as_one() {
        assertThat(statements(List.of(casino()))).isEqualTo(statements(thousand()));
        assertThat(totals()).isEqualTo("0 1001");
        int before = CountingDriver.executed();
        layer.judge(aNote().sent());
        assertThat(CountingDriver.executed() - before).isEqualTo(1);
    }

    @Test
    void two_who_learn_the_same_words_in_another_order_wait_for_each_other_and_not_crosswise() throws Exception {
        learn(List.of(casino(), ferry()));
        List<Lesson> lessons = List.of(casino(), ferry());
        List<Lesson> reversed = new ArrayList<>(lessons);
        Collections.reverse(reversed);
        CompletableFuture<Boolean> one;
        CompletableFuture<Boolean> other;
        try (HeldLock last = HeldLock.take(database, "select 1 from spam_word where word = 'the ferry' for update")) {
            one = last.andWaiting(1, () -> learned(lessons));
            other = last.andWaiting(2, () -> learned(reversed));
        }
        assertThat(one.get() && other.get()).isTrue();
        assertThat(totals()).isEqualTo("3 3");
        assertThat(words()).contains("casino 0 3", "ferry 3 0");
    }

    private boolean learned(List<Lesson> lessons) {
        QuarkusTransaction.requiringNew().run(() -> training.learn(lessons));
        return true;
    }

    private int statements(List<Lesson> lessons) {
        int before = CountingDriver.executed();
        learn(lessons);
        return CountingDriver.executed() - before;
    }

    private void learn(List<Lesson> lessons) {
        QuarkusTransaction.requiringNew().run(() -> training.learn(lessons));
    }

    private static List<Lesson> times(int times, Lesson lesson) {
        return Collections.nCopies(times, lesson);
    }

    private static List<Lesson> thousand() {
        return IntStream.range(0, 1000)
                .mapToObj(i -> new Lesson(
                        new Writing("Joe", null, "casino number " + Integer.toString(i + 1000, 36), List.of()), SPAM))
                .toList();
    }

    private static Lesson casino() {
        return new Lesson(new Writing("Joe", null, "Get a bonus at the casino", List.of("https://win.example/")), SPAM);
    }

    private static Lesson ferry() {
        return new Lesson(new Writing("Ann", null, "We heard the ferry and its horn", List.of()), HAM);
    }

    private List<String> words() {
        return queries.list(
                Sql.of("select word, ham, spam from spam_word"),
                row -> row.text("word") + " " + row.bigint("ham") + " " + row.bigint("spam"));
    }

    private String totals() {
        return queries.one(
                Sql.of("select ham, spam from spam_training"), row -> row.bigint("ham") + " " + row.bigint("spam"));
    }
}
