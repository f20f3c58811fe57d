package dev.standfirst.comment;

import dev.standfirst.body.TextFault;
import dev.standfirst.shared.problem.Fault;
import dev.standfirst.shared.problem.ProblemCatalogue;
import dev.standfirst.shared.problem.ProblemException;
import dev.standfirst.shared.problem.ProblemType;
import jakarta.inject.Singleton;
import java.util.List;

/** The problems of comments. */
public enum CommentProblem implements ProblemType {
    COMMENTS_CLOSED(
            403,
            "Comments are closed",
            "This article takes no comments, or no longer. GET …/comments/form tells before anybody writes one."),
    COMMENT_REFUSED(
            403,
            "The comment is refused",
            "The site does not take this comment, and does not say why. Nothing of it is kept."),
    COMMENTED_ARTICLE_UNKNOWN(
            422, "There is no such article", "A comment that is brought in names an article that is not there."),
    UNKNOWN_PARENT(422, "There is no such comment", "A reply names a comment that is not there."),
    PARENT_ELSEWHERE(
            422,
            "The comment belongs to another article",
            "A reply and the comment that it answers belong to one article."),
    PARENT_NOT_SHOWN(
            422,
            "The comment is not shown",
            "A reply answers a comment that readers see: one that waits, or was taken away or deleted, cannot be answered."),
    THREAD_TOO_DEEP(
            422, "The thread is too deep", "A thread has at most 64 levels: answer a comment that stands further up."),

    CONTROL_CHARACTER(
            422,
            "A control character",
            "Names and texts of comments hold no control characters but line breaks and tabs, and names not even those."),
    DIRECTION_CHARACTER(
            422,
            "A character that turns the direction",
            "Names and texts of comments hold none of the characters that embed, override or isolate directions of writing: they make text look like what it is not."),
    INVISIBLE_CHARACTER(
            422,
            "An invisible character",
            "A name holds no characters that show nothing, but where its script needs them."),
    LINE_BREAK(422, "A line break", "A name is one line."),
    QUOTES_TOO_DEEP(422, "Quotes are nested too deep", "Quotes stand in one another at most 10 deep."),
    HOMOGRAPH_HOST(
            422,
            "The host of a link looks like another",
            "A link leads to a host with letters that are mistaken for those of another script."),
    NOTHING_TO_SEE(
            422, "There is nothing to see", "A name or a text consists only of spaces, marks or invisible characters."),

    ADDRESS_IN_NAME(
            422,
            "The name holds the address",
            "The name is shown to everybody, and holds the e-mail address, which is not."),

    EDIT_TOKEN_REQUIRED(
            401,
            "An edit token is required",
            "Send the edit token of the comment, as in ‘Authorization: Bearer ct_…’."),
    EDIT_TOKEN_INVALID(
            401,
            "The edit token is not valid",
            "It is not one of this site's; it may have been cut short or mistyped."),
    EDIT_TOKEN_OF_ANOTHER(403, "The edit token is that of another comment", "Each comment has a token of its own."),
    EDIT_TOKEN_EXPIRED(
            403, "It can no longer be changed", "Who wrote a comment can change and delete it until editableUntil."),

    ALREADY_DECIDED(
            409,
            "Somebody has decided already",
            "The comment already stands so, or somebody decided on it since it was read. The detail says who; read it again."),
    COMMENT_DELETED(409, "The comment is deleted", "Its text is gone; there is nothing left to decide or to change."),
    NOT_SHOWN(409, "The comment is not shown", "Only a comment that readers see can be answered. Approve it first."),
    NO_COMMENTS_SELECTED(
            422,
            "No comments are selected",
            "A decision on many comments names them by ids, or has a filter: one without either would be on every comment."),
    TOO_MANY_COMMENTS(422, "Too many comments", "One request decides on 10,000 comments at most. Narrow the filter.");

    private final Kind kind;

    CommentProblem(int status, String title, String meaning) {
        this.kind = new Kind(status, title, meaning);
    }

    /** The problem of a text that cannot be taken. */
    static CommentProblem of(TextFault.Kind fault) {
        return switch (fault) {
            case CONTROL_CHARACTER -> CONTROL_CHARACTER;
            case DIRECTION_CHARACTER -> DIRECTION_CHARACTER;
            case INVISIBLE_CHARACTER -> INVISIBLE_CHARACTER;
            case LINE_BREAK -> LINE_BREAK;
            case QUOTES_TOO_DEEP -> QUOTES_TOO_DEEP;
            case HOMOGRAPH_HOST -> HOMOGRAPH_HOST;
            case EMPTY, NO_LETTER -> NOTHING_TO_SEE;
        };
    }

    /** Refuses a request for its faults, all of them from here. */
    static ProblemException of(List<Fault> faults) {
        return ProblemException.of(faults, values());
    }

    @Override
    public Kind kind() {
        return kind;
    }

    @Singleton
    static final class Catalogue extends ProblemCatalogue {
        Catalogue() {
            super(values());
        }
    }
}
