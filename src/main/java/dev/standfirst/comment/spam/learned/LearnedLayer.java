package dev.standfirst.comment.spam.learned;

import dev.standfirst.comment.spam.Reason;
import dev.standfirst.comment.spam.SpamLayer;
import dev.standfirst.comment.spam.SpamSettings;
import dev.standfirst.comment.spam.Submission;
import dev.standfirst.shared.sql.Queries;
import dev.standfirst.shared.sql.Row;
import dev.standfirst.shared.sql.Sql;
import jakarta.inject.Singleton;
import java.sql.SQLException;
import java.util.List;
import java.util.Objects;
import java.util.Set;
import org.jspecify.annotations.Nullable;

/** How like spam, or like ham, a comment is by what the desk decided on others; silent until there are enough of both. */
@Singleton
final class LearnedLayer implements SpamLayer {
    private final SpamSettings settings;
    private final Queries queries;

    LearnedLayer(SpamSettings settings, Queries queries) {
        this.settings = settings;
        this.queries = queries;
    }

    private record Learned(long ham, long spam, LearnedScore.@Nullable Counted word) {
        static Learned of(Row row) throws SQLException {
            String word = row.textOrNull("word");
            return new Learned(
                    row.bigint("all_ham"),
                    row.bigint("all_spam"),
                    word == null ? null : new LearnedScore.Counted(word, row.bigint("ham"), row.bigint("spam")));
        }
    }

    @Override
    public String name() {
        return "learned";
    }

    @Override
    public Cost cost() {
        return Cost.DATABASE;
    }

    @Override
    public List<Reason> judge(Submission submission) {
        Set<String> tokens = Tokens.of(Writing.of(submission));
        Sql sql = Sql.of("""
                select training.ham all_ham, training.spam all_spam, word.word, word.ham, word.spam
                from spam_training training left join spam_word word on word.word = any (?)
                where training.ham >= ? and training.spam >= ?""", tokens.toArray(String[]::new), settings.learnedFrom(), settings.learnedFrom());
        List<Learned> learned = queries.list(sql, Learned::of);
        if (learned.isEmpty()) {
            return List.of();
        }
        List<LearnedScore.Counted> words =
                learned.stream().map(Learned::word).filter(Objects::nonNull).toList();
        LearnedScore score =
                LearnedScore.of(words, learned.get(0).ham(), learned.get(0).spam());
        return score.points() == 0 ? List.of() : List.of(new Reason(name(), score.points(), detail(score)));
    }

    private static String detail(LearnedScore score) {
        String likely = "%d %% likely spam".formatted(Math.round(100 * score.probability()));
        return score.telling().isEmpty() ? likely : likely + ", most telling: " + String.join(", ", score.telling());
    }
}
