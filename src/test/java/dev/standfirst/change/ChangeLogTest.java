package dev.standfirst.change;

import static org.assertj.core.api.Assertions.assertThat;

import dev.standfirst.access.Actor;
import dev.standfirst.testing.BlankSlate;
import io.quarkus.narayana.jta.QuarkusTransaction;
import io.quarkus.test.junit.QuarkusTest;
import jakarta.enterprise.event.Observes;
import jakarta.inject.Inject;
import jakarta.inject.Singleton;
import java.sql.Connection;
import java.sql.ResultSet;
import java.sql.SQLException;
import java.sql.Statement;
import java.util.List;
import java.util.Set;
import java.util.UUID;
import java.util.concurrent.BlockingQueue;
import java.util.concurrent.CompletableFuture;
import java.util.concurrent.CountDownLatch;
import java.util.concurrent.LinkedBlockingQueue;
import java.util.concurrent.TimeUnit;
import javax.sql.DataSource;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.extension.ExtendWith;
import org.postgresql.PGConnection;
import org.postgresql.PGNotification;

@QuarkusTest
@ExtendWith(BlankSlate.class)
class ChangeLogTest {

    @Inject
    ChangeLog log;

    @Inject
    Changes changes;

    @Inject
    ChangeListener listener;

    @Inject
    DataSource database;

    @Inject
    Ear ear;

    /** Hears what the listener tells. */
    @Singleton
    static class Ear {
        final BlockingQueue<LoggedChange> heard = new LinkedBlockingQueue<>();

        void hear(@Observes ChangesHeard told) {
            heard.addAll(told.changes());
        }

        LoggedChange next() throws InterruptedException {
            return java.util.Objects.requireNonNull(heard.poll(30, TimeUnit.SECONDS), "nothing was heard");
        }
    }

    /** Each writer has a thread of its own: one that waits for the other must not keep it from running. */
    private static CompletableFuture<Void> write(Runnable work) {
        return CompletableFuture.runAsync(
                () -> QuarkusTransaction.requiringNew().run(work), task -> new Thread(task).start());
    }

    @Test
    void of_two_overlapping_writers_the_one_that_appends_first_and_commits_last_is_logged_last() throws Exception {
        CountDownLatch appended = new CountDownLatch(1);
        CountDownLatch mayCommit = new CountDownLatch(1);
        CompletableFuture<Void> first = write(() -> {
            append("article.first");
            appended.countDown();
            await(mayCommit);
        });
        await(appended);
        QuarkusTransaction.requiringNew().run(() -> append("article.second"));
        mayCommit.countDown();
        first.get(30, TimeUnit.SECONDS);
        assertThat(actions()).containsExactly("article.second", "article.first");
    }

    @Test
    void of_two_overlapping_writers_the_one_that_begins_last_and_commits_last_is_logged_last() throws Exception {
        CountDownLatch begun = new CountDownLatch(1);
        CountDownLatch mayAppend = new CountDownLatch(1);
        CompletableFuture<Void> first = write(() -> {
            begun.countDown();
            await(mayAppend);
            append("article.first");
        });
        await(begun);
        CompletableFuture<Void> second = write(() -> {
            mayAppend.countDown();
            first.join();
            append("article.second");
        });
        second.get(30, TimeUnit.SECONDS);
        assertThat(actions()).containsExactly("article.first", "article.second");
    }

    @Test
    void a_transaction_that_rolls_back_leaves_nothing_in_the_log() {
        QuarkusTransaction.begin();
        append("article.never");
        QuarkusTransaction.rollback();
        assertThat(actions()).isEmpty();
    }

    @Test
    void a_change_is_told_once_and_in_order_to_whoever_listens() throws Exception {
        ear.heard.clear();
        QuarkusTransaction.requiringNew().run(() -> {
            append("article.one");
            append("article.two");
        });
        QuarkusTransaction.requiringNew().run(() -> append("article.three"));
        assertThat(List.of(ear.next().action(), ear.next().action(), ear.next().action()))
                .containsExactly("article.one", "article.two", "article.three");
        assertThat(ear.heard).isEmpty();
        assertThat(listener.isCurrent()).isTrue();
    }

    @Test
    void a_listener_that_was_cut_off_is_told_what_it_missed() throws Exception {
        ear.heard.clear();
        // While the database refuses the listener, a change is written.
        try (Connection connection = database.getConnection();
                Statement statement = connection.createStatement()) {
            terminateListener(statement);
            QuarkusTransaction.requiringNew().run(() -> append("article.missed"));
        }
        assertThat(ear.next().action()).isEqualTo("article.missed");
        QuarkusTransaction.requiringNew().run(() -> append("article.after"));
        assertThat(ear.next().action()).isEqualTo("article.after");
    }

    private static void terminateListener(Statement statement) throws SQLException {
        ResultSet result = statement.executeQuery(
                "select bool_and(pg_terminate_backend(pid)) from pg_stat_activity where application_name = 'standfirst listener'");
        result.next();
        assertThat(result.getBoolean(1)).isTrue();
    }

    private void append(String action) {
        log.append(Actor.system(), new Change(action, UUID.randomUUID(), 1, Set.of("articles")));
    }

    private List<String> actions() {
        return changes.above(0, 100).stream().map(LoggedChange::action).toList();
    }

    private static void await(CountDownLatch latch) {
        try {
            assertThat(latch.await(30, TimeUnit.SECONDS)).isTrue();
        } catch (InterruptedException e) {
            throw new IllegalStateException(e);
        }
    }

    @Test
    void the_listener_beats_twice_a_second_at_most_however_much_it_hears() throws SQLException {
        try (Connection connection = database.getConnection();
                Statement statement = connection.createStatement()) {
            PGConnection channel = connection.unwrap(PGConnection.class);
            statement.execute("listen " + ChangeLog.CHANNEL);
            long begin = System.nanoTime();
            int ours = 0;
            int beats = 0;
            while (ours < 300) {
                statement.execute("notify " + ChangeLog.CHANNEL);
                for (PGNotification notification : channel.getNotifications(10_000)) {
                    boolean isOurs = notification.getPID() == channel.getBackendPID();
                    ours += isOurs ? 1 : 0;
                    beats += isOurs ? 0 : 1;
                }
            }
            long seconds = TimeUnit.NANOSECONDS.toSeconds(System.nanoTime() - begin) + 1;
            statement.execute("unlisten *");
            assertThat(beats).isLessThanOrEqualTo((int) (2 * seconds + 1));
        }
    }
}
