package dev.standfirst.comment.spam;

import dev.standfirst.shared.sql.Queries;
import dev.standfirst.shared.sql.Row;
import dev.standfirst.shared.sql.Sql;
import jakarta.inject.Singleton;
import java.sql.SQLException;
import java.util.ArrayList;
import java.util.List;
import java.util.Objects;
import org.jspecify.annotations.Nullable;

/** The same text again, spaces, punctuation and capitals aside: from the same sender, from several others, or as the desk has it for spam. */
@Singleton
final class SameTextLayer implements SpamLayer {
    /** One other can have the same thought, or be quoted. */
    private static final int SEVERAL = 2;

    /** The latest so many of the same text are looked at, so that a flood of them does not make each judgement dearer. */
    private static final int LOOKED_AT = 100;

    private final SpamSettings settings;
    private final Queries queries;

    SameTextLayer(SpamSettings settings, Queries queries) {
        this.settings = settings;
        this.queries = queries;
    }

    private record Same(int own, int others, int spam) {
        static Same of(Row row) throws SQLException {
            return new Same(row.integer("own"), row.integer("others"), row.integer("spam"));
        }
    }

    @Override
    public String name() {
        return "same-text";
    }

    @Override
    public Cost cost() {
        return Cost.DATABASE;
    }

    @Override
    public List<Reason> judge(Submission submission) {
        long letters = submission
                .text()
                .codePoints()
                .filter(Character::isLetterOrDigit)
                .count();
        if (letters < settings.sameTextFrom()) {
            return List.of();
        }
        Same same = queries.one(same(submission), Same::of);
        List<Reason> reasons = new ArrayList<>();
        if (same.own() > 0) {
            reasons.add(held("the sender sent the same text before"));
        }
        if (same.others() >= SEVERAL) {
            reasons.add(held("several others sent the same text"));
        }
        if (same.spam() > 0) {
            reasons.add(held("the desk took the same text for spam"));
        }
        return reasons;
    }

    private Sql same(Submission submission) {
        return Sql.of("""
                select count(*) filter (where own) own, count(*) filter (where not own) others, count(*) filter (where spam) spam
                from (select coalesce(sender.email = ?, false) or coalesce(sender.ip = cast(nullif(?, '') as inet), false) own,
                             status = 'SPAM' and decided_by is not null spam
                      from comment left join comment_sender sender on sender.comment_id = comment.id""", orNone(submission.email()), orNone(submission.ip()))
                .then("where comment_sameness(text) = comment_sameness(?)", submission.text())
                .then("and created_at > ?", submission.at().minus(settings.sameTextWithin()))
                .then("and comment.id <> ? and not staff", submission.comment())
                .then("order by created_at desc limit ?) same", LOOKED_AT);
    }

    private static String orNone(@Nullable String value) {
        return Objects.requireNonNullElse(value, "");
    }

    private Reason held(String detail) {
        return new Reason(name(), Reason.HOLDS, detail);
    }
}
