package dev.standfirst.comment.spam.learned;

import dev.standfirst.comment.spam.Reason;
import dev.standfirst.comment.spam.learned.LearnedScore.Counted;
import dev.standfirst.comment.spam.learned.Lesson.Verdict;
import java.io.IOException;
import java.io.UncheckedIOException;
import java.nio.charset.StandardCharsets;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.ArrayList;
import java.util.Collections;
import java.util.HashMap;
import java.util.IdentityHashMap;
import java.util.List;
import java.util.Locale;
import java.util.Map;
import java.util.Random;
import java.util.Set;
import java.util.function.IntPredicate;
import java.util.regex.Pattern;
import java.util.stream.IntStream;
import java.util.stream.Stream;
import org.jsoup.Jsoup;
import org.jsoup.nodes.Document;
import org.junit.jupiter.api.Test;

/** Measures the learned score on the YouTube Spam Collection; src/bench/README.md says how, and with what result. */
class SpamBench {
    private static final String SET = System.getProperty("spam.set", "target/youtube-spam");
    private static final Pattern ADDRESS = Pattern.compile("(?:https?://|www\\.)\\S+", Pattern.CASE_INSENSITIVE);

    private record Comment(int video, Lesson lesson, Set<String> tokens) {
        boolean isSpam() {
            return lesson.verdict() == Verdict.SPAM;
        }
    }

    /** What came of comments that were judged: by their points, of spam and of ham. */
    private static final class Outcome {
        private final List<Integer> spam = new ArrayList<>();
        private final List<Integer> ham = new ArrayList<>();

        String at(int threshold) {
            long caught = spam.stream().filter(points -> points >= threshold).count();
            long wrong = ham.stream().filter(points -> points >= threshold).count();
            return String.format(
                    Locale.ROOT,
                    "%.1f %% | %.1f %% | %d of %d (%.1f %%)",
                    100.0 * caught / Math.max(1, caught + wrong),
                    100.0 * caught / spam.size(),
                    wrong,
                    ham.size(),
                    100.0 * wrong / ham.size());
        }
    }

    /** What was learned, in memory, as the database has it. */
    private static final class Memory {
        private final Map<String, long[]> words = new HashMap<>();
        private long ham;
        private long spam;

        void learn(Comment comment) {
            ham += comment.isSpam() ? 0 : 1;
            spam += comment.isSpam() ? 1 : 0;
            comment.tokens()
                    .forEach(token -> words.computeIfAbsent(token, key -> new long[2])[comment.isSpam() ? 1 : 0]++);
        }

        int points(Comment comment) {
            List<Counted> counted = new ArrayList<>();
            for (String token : comment.tokens()) {
                long[] seen = words.get(token);
                if (seen != null) {
                    counted.add(new Counted(token, seen[0], seen[1]));
                }
            }
            return LearnedScore.of(counted, ham, spam).points();
        }
    }

    @Test
    void measure() throws IOException {
        List<Comment> all = read(Path.of(SET));
        List<String> lines = new ArrayList<>();
        long spam = all.stream().filter(Comment::isSpam).count();
        lines.add("%d comments, %d of them spam".formatted(all.size(), spam));
        lines.add("| learned from, and judged | threshold | precision | recall | ham at or above it |");
        lines.add("| --- | --- | ---: | ---: | ---: |");
        Collections.shuffle(all, new Random(1));
        show(lines, "nine tenths at random, the other tenth (10 times)", tenths(all));
        show(lines, "four videos, the fifth (5 times)", videos(all));
        for (int each : List.of(20, 50, 100, 200)) {
            show(lines, each + " of each kind at random, all others (10 times)", few(all, each));
        }
        lines.forEach(System.out::println);
    }

    private static void show(List<String> lines, String how, Outcome outcome) {
        lines.add("| %s | held (%d) | %s |".formatted(how, Reason.HOLDS, outcome.at(Reason.HOLDS)));
        lines.add("| | spam (%d) | %s |".formatted(Reason.SPAM, outcome.at(Reason.SPAM)));
    }

    private static Outcome tenths(List<Comment> all) {
        Outcome outcome = new Outcome();
        for (int fold = 0; fold < 10; fold++) {
            int tenth = fold;
            judge(all, place -> place % 10 != tenth, outcome);
        }
        return outcome;
    }

    private static Outcome videos(List<Comment> all) {
        Outcome outcome = new Outcome();
        for (int video = 0; video < 5; video++) {
            int other = video;
            judge(all, place -> all.get(place).video() != other, outcome);
        }
        return outcome;
    }

    private static Outcome few(List<Comment> all, int each) {
        Outcome outcome = new Outcome();
        for (int round = 0; round < 10; round++) {
            List<Comment> shuffled = new ArrayList<>(all);
            Collections.shuffle(shuffled, new Random(round));
            List<Comment> learned = Stream.of(true, false)
                    .flatMap(kind -> shuffled.stream()
                            .filter(comment -> comment.isSpam() == kind)
                            .limit(each))
                    .toList();
            Set<Comment> known = Collections.newSetFromMap(new IdentityHashMap<>());
            known.addAll(learned);
            judge(shuffled, place -> known.contains(shuffled.get(place)), outcome);
        }
        return outcome;
    }

    private static void judge(List<Comment> all, IntPredicate isLearned, Outcome outcome) {
        Memory memory = new Memory();
        IntStream.range(0, all.size()).filter(isLearned).mapToObj(all::get).forEach(memory::learn);
        IntStream.range(0, all.size())
                .filter(isLearned.negate())
                .mapToObj(all::get)
                .forEach(comment -> (comment.isSpam() ? outcome.spam : outcome.ham).add(memory.points(comment)));
    }

    private static List<Comment> read(Path folder) throws IOException {
        List<Comment> all = new ArrayList<>();
        try (Stream<Path> files = Files.list(folder)) {
            List<Path> videos = files.filter(
                            file -> file.getFileName().toString().matches("Youtube0\\d.*\\.csv"))
                    .sorted()
                    .toList();
            if (videos.size() != 5) {
                throw new IllegalStateException(
                        "No five files Youtube0….csv in " + folder + ": see src/bench/README.md");
            }
            for (Path file : videos) {
                int video = videos.indexOf(file);
                rows(file).stream()
                        .filter(row -> row.size() == 5 && row.get(4).strip().matches("[01]"))
                        .map(row -> comment(video, row))
                        .forEach(all::add);
            }
        }
        return all;
    }

    /** A row is id, author, date, content, class. */
    private static Comment comment(int video, List<String> row) {
        Document content = Jsoup.parseBodyFragment(row.get(3));
        String text = content.text();
        List<String> links = new ArrayList<>(content.select("a[href]").eachAttr("href"));
        ADDRESS.matcher(text)
                .results()
                .forEach(found ->
                        links.add(found.group().startsWith("www") ? "http://" + found.group() : found.group()));
        Writing writing = new Writing(row.get(1), null, text, links);
        return new Comment(
                video,
                new Lesson(writing, row.get(4).strip().equals("1") ? Verdict.SPAM : Verdict.HAM),
                Tokens.of(writing));
    }

    /** Reads CSV (RFC 4180). */
    private static List<List<String>> rows(Path file) {
        String csv;
        try {
            csv = new String(Files.readAllBytes(file), StandardCharsets.UTF_8);
        } catch (IOException e) {
            throw new UncheckedIOException(e);
        }
        List<List<String>> rows = new ArrayList<>();
        List<String> row = new ArrayList<>();
        StringBuilder field = new StringBuilder();
        boolean quoted = false;
        for (int at = 0; at < csv.length(); at++) {
            char c = csv.charAt(at);
            if (c == '"') {
                if (quoted && at + 1 < csv.length() && csv.charAt(at + 1) == '"') {
                    field.append(c);
                    at++;
                } else {
                    quoted = !quoted;
                }
            } else if (c == ',' && !quoted) {
                row.add(field.toString());
                field.setLength(0);
            } else if (c == '\n' && !quoted) {
                row.add(field.toString());
                field.setLength(0);
                rows.add(row);
                row = new ArrayList<>();
            } else if (c != '\r') {
                field.append(c);
            }
        }
        if (!row.isEmpty()) {
            row.add(field.toString());
            rows.add(row);
        }
        return rows;
    }
}
