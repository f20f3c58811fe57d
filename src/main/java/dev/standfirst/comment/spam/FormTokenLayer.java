package dev.standfirst.comment.spam;

import dev.standfirst.shared.signature.SigningKey;
import jakarta.inject.Singleton;
import java.time.Duration;
import java.time.Instant;
import java.util.List;
import java.util.Locale;
import org.jspecify.annotations.Nullable;

/** Whether the form was fetched at all, and how long the comment took to write. It says nothing of comments that are edited. */
@Singleton
final class FormTokenLayer implements SpamLayer {
    private static final int OLD = 10;

    private final SpamSettings settings;
    private final SigningKey key;

    FormTokenLayer(SpamSettings settings, SigningKey key) {
        this.settings = settings;
        this.key = key;
    }

    @Override
    public String name() {
        return "form";
    }

    @Override
    public Cost cost() {
        return Cost.THOUGHT;
    }

    @Override
    public List<Reason> judge(Submission submission) {
        if (submission.isEdit()) {
            return List.of();
        }
        String token = submission.formToken();
        if (token == null || token.isBlank()) {
            return settings.formTokenRequired() ? found(Reason.HOLDS, "no token of a form") : List.of();
        }
        FormToken.Reading reading =
                FormToken.read(token, submission.article(), submission.at(), settings.formLifetime(), key);
        return switch (reading.state()) {
            case MALFORMED -> found(Reason.HOLDS, "a token of a form that is none");
            case FOREIGN -> found(Reason.HOLDS, "the token of another article’s form");
            case EXPIRED -> found(OLD, "the form was fetched long ago");
            case VALID -> found(reading.fetchedAt(), submission.at());
        };
    }

    private List<Reason> found(@Nullable Instant fetchedAt, Instant sentAt) {
        if (fetchedAt == null) {
            return List.of();
        }
        Duration writing = Duration.between(fetchedAt, sentAt);
        double seconds = Math.max(0, writing.toMillis()) / 1000.0;
        return writing.compareTo(settings.fastestWriter()) >= 0
                ? List.of()
                : found(Reason.HOLDS, String.format(Locale.ROOT, "sent %.1f s after the form was fetched", seconds));
    }

    private List<Reason> found(int points, String detail) {
        return List.of(new Reason(name(), points, detail));
    }
}
