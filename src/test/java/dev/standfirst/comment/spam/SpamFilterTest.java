package dev.standfirst.comment.spam;

import static dev.standfirst.comment.spam.Note.aNote;
import static dev.standfirst.comment.spam.SpamLayer.Cost.DATABASE;
import static dev.standfirst.comment.spam.SpamLayer.Cost.NETWORK;
import static dev.standfirst.comment.spam.SpamLayer.Cost.THOUGHT;
import static org.assertj.core.api.Assertions.assertThat;

import java.util.ArrayList;
import java.util.Arrays;
import java.util.List;
import java.util.logging.Handler;
import java.util.logging.LogRecord;
import java.util.logging.Logger;
import java.util.logging.SimpleFormatter;
import org.junit.jupiter.api.Test;

class SpamFilterTest {
    private final List<String> asked = new ArrayList<>();

    @Test
    void the_score_is_the_sum_of_what_all_layers_find_in_the_order_of_their_cost() {
        Judgement judgement = judge(layer("c", NETWORK, 7), layer("b", DATABASE, 20, 5), layer("a", THOUGHT, -2));
        assertThat(asked).containsExactly("a", "b", "c");
        assertThat(judgement.score()).isEqualTo(30);
        assertThat(judgement.reasons()).extracting(Reason::layer).containsExactly("a", "b", "b", "c");
        assertThat(judgement.refused()).isFalse();
        assertThat(judgement.holds()).isFalse();
    }

    @Test
    void dearer_layers_are_asked_only_while_it_is_not_clear() {
        Judgement judgement = judge(
                layer("a", THOUGHT, 50), layer("b", THOUGHT, 50), layer("c", THOUGHT, 1), layer("d", DATABASE, 1));
        assertThat(asked).containsExactly("a", "b", "c");
        assertThat(judgement.isSpam()).isTrue();
        assertThat(judge(layer("a", THOUGHT, 99), layer("d", DATABASE, 1), layer("e", NETWORK, 1))
                        .score())
                .isEqualTo(100);
        assertThat(asked).containsExactly("a", "b", "c", "a", "d");
    }

    @Test
    void a_score_has_bounds_whatever_is_found() {
        int[] many = new int[30];
        Arrays.fill(many, 100);
        assertThat(judge(layer("a", THOUGHT, many)).score()).isEqualTo(Judgement.MOST);
        Arrays.fill(many, -100);
        assertThat(judge(layer("a", THOUGHT, many)).score()).isEqualTo(Judgement.LEAST);
    }

    @Test
    void a_layer_that_fails_is_passed_over_and_what_it_says_of_the_comment_is_not_logged() {
        List<LogRecord> logged = new ArrayList<>();
        Handler handler = listener(logged);
        Logger log = Logger.getLogger(SpamFilter.class.getName());
        log.addHandler(handler);
        try {
            Judgement judgement = judge(
                    new Layer("a", THOUGHT, List.of()) {
                        @Override
                        public List<Reason> judge(Submission submission) {
                            throw new IllegalStateException(
                                    "on ines@example.org", new ArithmeticException("at 192.0.2.7"));
                        }
                    },
                    layer("b", DATABASE, 60));
            assertThat(judgement.reasons())
                    .containsExactly(new Reason("a", 0, "could not be asked"), new Reason("b", 60, "found by b"));
        } finally {
            log.removeHandler(handler);
        }
        assertThat(logged).singleElement().satisfies(line -> {
            assertThat(line.getThrown()).isNull();
            assertThat(new SimpleFormatter().formatMessage(line) + List.of(parameters(line)))
                    .contains("IllegalStateException", "ArithmeticException", "SpamFilterTest.java")
                    .doesNotContain("example.org", "192.0.2.7");
        });
    }

    @Test
    void a_layer_that_refuses_ends_it() {
        Judgement judgement = judge(new Refusing("a", true), layer("b", THOUGHT, 1));
        assertThat(judgement.refused()).isTrue();
        assertThat(asked).isEmpty();
        assertThat(judge(new Refusing("a", false), layer("b", THOUGHT, 1)).refused())
                .isFalse();
        assertThat(asked).containsExactly("b");
    }

    private Judgement judge(SpamLayer... layers) {
        return new SpamFilter(List.of(layers)).judge(aNote().sent());
    }

    private Layer layer(String name, SpamLayer.Cost cost, int... points) {
        return new Layer(
                name,
                cost,
                Arrays.stream(points)
                        .mapToObj(some -> new Reason(name, some, "found by " + name))
                        .toList());
    }

    private static Object[] parameters(LogRecord line) {
        return line.getParameters() == null ? new Object[0] : line.getParameters();
    }

    private static Handler listener(List<LogRecord> logged) {
        return new Handler() {
            @Override
            public void publish(LogRecord line) {
                logged.add(line);
            }

            @Override
            public void flush() {}

            @Override
            public void close() {}
        };
    }

    private class Layer implements SpamLayer {
        private final String name;
        private final Cost cost;
        private final List<Reason> reasons;

        Layer(String name, Cost cost, List<Reason> reasons) {
            this.name = name;
            this.cost = cost;
            this.reasons = reasons;
        }

        @Override
        public String name() {
            return name;
        }

        @Override
        public Cost cost() {
            return cost;
        }

        @Override
        public List<Reason> judge(Submission submission) {
            asked.add(name);
            return reasons;
        }
    }

    private record Refusing(String name, boolean refuses) implements RefusingLayer {
        @Override
        public Cost cost() {
            return Cost.THOUGHT;
        }

        @Override
        public Finding find(Submission submission) {
            return new Finding(List.of(), refuses);
        }
    }
}
