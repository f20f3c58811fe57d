package dev.standfirst.comment;

import static java.util.Objects.requireNonNull;
import static java.util.Objects.requireNonNullElse;

import dev.standfirst.comment.spam.Submission;
import dev.standfirst.comment.spam.learned.Lesson;
import dev.standfirst.comment.spam.learned.SpamTraining;
import dev.standfirst.comment.spam.learned.Writing;
import dev.standfirst.comment.spam.outside.OutsideChecker;
import jakarta.enterprise.event.Event;
import jakarta.enterprise.event.Observes;
import jakarta.enterprise.event.TransactionPhase;
import jakarta.inject.Singleton;
import java.util.ArrayList;
import java.util.List;

/** Tells those that judge comments what people decided: the learned score within the transaction, another server once it is kept. */
@Singleton
final class Teaching {
    private final Comments comments;
    private final SpamTraining training;
    private final OutsideChecker outside;
    private final Event<Taught> taught;

    Teaching(Comments comments, SpamTraining training, OutsideChecker outside, Event<Taught> taught) {
        this.comments = comments;
        this.training = training;
        this.outside = outside;
        this.taught = taught;
    }

    /** What another server is to be told. */
    record Taught(Submission comment, Lesson.Verdict verdict) {}

    /** Learns a decision on some comments, and takes back what was learned of them before. */
    void teach(List<Comment> decided, Decision decision) {
        Lesson.Verdict verdict = decision.verdict();
        if (verdict == null) {
            if (decision == Decision.RESTORE) {
                takeBack(decided);
            }
            return;
        }
        List<Lesson> lessons = new ArrayList<>();
        List<Lesson> takenBack = new ArrayList<>();
        for (Comment comment : decided) {
            if (comment.staff || comment.learned == verdict) {
                continue;
            }
            lessons.add(new Lesson(comment.writing(), verdict));
            if (comment.learned != null) {
                takenBack.add(new Lesson(comment.writing(), comment.learned));
            }
            comment.learned = verdict;
            if (outside.isOn()) {
                taught.fire(new Taught(submission(comment), verdict));
            }
        }
        training.learn(lessons, takenBack);
    }

    /** Takes back what was learned of comments: they are to say something else, or nothing. */
    void takeBack(List<Comment> comments) {
        List<Comment> learned =
                comments.stream().filter(comment -> comment.learned != null).toList();
        training.learn(
                List.of(),
                learned.stream()
                        .map(comment -> new Lesson(comment.writing(), requireNonNull(comment.learned)))
                        .toList());
        learned.forEach(comment -> comment.learned = null);
    }

    void tell(@Observes(during = TransactionPhase.AFTER_SUCCESS) Taught lesson) {
        outside.teach(lesson.comment(), lesson.verdict());
    }

    private Submission submission(Comment comment) {
        CommentSender sender = comments.sender(comment.id).orElseGet(CommentSender::new);
        Writing writing = comment.writing();
        return new Submission(
                comment.id,
                comment.articleId,
                writing.name(),
                sender.email,
                writing.url(),
                requireNonNullElse(comment.source, ""),
                writing.text(),
                writing.links(),
                sender.ip == null ? null : sender.ip.getHostAddress(),
                sender.userAgent,
                null,
                null,
                false,
                comment.createdAt);
    }
}
