package dev.standfirst.transfer;

import dev.standfirst.shared.problem.ProblemCatalogue;
import dev.standfirst.shared.problem.ProblemType;
import jakarta.inject.Singleton;

/** The problems of imports, and the faults of their lines. */
public enum ImportProblem implements ProblemType {
    IMPORT_RUNNING(
            409,
            "Another import is running",
            "One import runs at a time; the detail names it. One whose server is gone counts as ended after ten seconds; then send the file again."),
    IDEMPOTENCY_KEY_NOT_TAKEN(
            400,
            "An import takes no Idempotency-Key",
            "Its answer is a stream that cannot be kept. An import can be sent again as it is: what is there already is left unchanged."),
    ENCODING_UNKNOWN(415, "The encoding is not known", "A file may be sent as it is, or compressed with gzip."),
    LINE_TOO_LONG(422, "The line is too long", "A line may have at most 4 MiB."),
    UNKNOWN_TYPE(
            422,
            "The type is not known",
            "Each line is a JSON object whose member type says what it is: author, tag, article, related, redirect, comment or collection; in an export also stored, gone or export."),
    NAMELESS(
            422,
            "The thing has no name of its own",
            "A thing needs an externalRef or a slug, by which it is known when the file is sent again."),
    SAID_TWICE(
            422,
            "The file says two things of one",
            "An earlier line of the file has the same externalRef, slug or path, and says something else. The first counts."),
    NOT_TAKEN(
            422,
            "Not all of it has a place here",
            "Something of the file has no counterpart here and was left out, or came in otherwise than it was; the thing itself is in."),
    NEVER_CAME(
            422,
            "What the line names did not come in",
            "The line names a thing that is neither here nor in the file, or that was refused itself."),
    NOT_RESTORED(
            422,
            "The row cannot be restored",
            "A row of an export is written as it is: where none of its key, and none that excludes it, is there. Restore into an empty instance, from a file that nobody changed."),
    RESTORATION_UNTRIED(
            400,
            "A restoration has no dry run",
            "Rows refer to rows of earlier batches, which a dry run does not keep. Try it on an empty instance, or try ?dryRun=true without ?restore=true."),
    OTHER_SCHEMA(
            422,
            "The export is of another version",
            "?restore=true takes exports of an instance whose database has the same version. Use that version of Standfirst, or import without ?restore=true."),
    FILE_BROKEN(
            422,
            "The file is broken",
            "The rest of the file cannot be read. What came before was taken; of a file of Ghost nothing is, as it says last what belongs to its posts.");

    private final Kind kind;

    ImportProblem(int status, String title, String meaning) {
        this.kind = new Kind(status, title, meaning);
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
