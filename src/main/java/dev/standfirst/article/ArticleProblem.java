package dev.standfirst.article;

import dev.standfirst.shared.problem.ProblemCatalogue;
import dev.standfirst.shared.problem.ProblemException;
import dev.standfirst.shared.problem.ProblemType;
import jakarta.inject.Singleton;

/** The problems of articles. */
public enum ArticleProblem implements ProblemType {
    ARTICLE_IN_TRASH(
            409,
            "The article is in the trash",
            "What lies in the trash cannot be changed. Restore it first, which makes it a draft again."),
    ARTICLE_NOT_IN_TRASH(
            409,
            "The article is not in the trash",
            "Only what lies in the trash can be restored, or removed for good."),
    MOVE_NOT_ALLOWED(
            409,
            "There is no such move",
            "From where the article stands, no move leads there. A draft is submitted or published, what is in review is rejected or published, and what is published is taken back."),
    WORKING_COPY_EXISTS(
            409,
            "The article has a working copy",
            "What readers see cannot be changed beside a working copy. Change that with ?draft=true and publish it, or drop it first."),
    NOTHING_TO_PUBLISH(
            409,
            "There is nothing to publish",
            "The article is published, and has no working copy that readers do not see yet."),
    NOT_OF_A_WORKING_COPY(
            422,
            "A working copy has no such thing",
            "Address, external reference, status and times belong to the article itself: a working copy holds the text, and what goes with it. Change them without ?draft=true."),
    REVISION_UNKNOWN(
            404, "There is no such revision", "The article has no revision of this number. GET …/revisions lists all."),
    EXTERNAL_REF_TAKEN(
            409,
            "The external reference is taken",
            "Another article has this externalRef. With ?upsert=true the request updates that one instead."),
    EXTERNAL_REF_MISSING(
            422,
            "The external reference is missing",
            "With ?upsert=true an article must have an externalRef: it decides between creating and updating."),
    STATUS_BY_DELETE(
            422,
            "Only DELETE moves to the trash",
            "Write draft, review or published as the status, and use DELETE to move an article to the trash."),
    ENDS_BEFORE_IT_BEGINS(
            422, "It would end before it begins", "unpublishAt must be after publishedAt, and cannot be without it.");

    private final Kind kind;

    ArticleProblem(int status, String title, String meaning) {
        this.kind = new Kind(status, title, meaning);
    }

    /** Says that an article has no revision of a number. */
    public static ProblemException revisionUnknown(long number) {
        return REVISION_UNKNOWN.because("The article has no revision " + number + ".");
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
