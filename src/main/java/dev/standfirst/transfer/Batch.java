package dev.standfirst.transfer;

import dev.standfirst.article.PreparedArticle;
import dev.standfirst.shared.problem.Fault;
import dev.standfirst.shared.problem.ProblemException;
import java.util.ArrayList;
import java.util.List;

/** What was read of a file in one go, and is to be written in one: lines, and what is wrong with those that cannot be. */
final class Batch {
    /** How many lines are written in a transaction at most. */
    static final int MOST_LINES = 200;

    /** A batch ends with so many characters too, of lines, of the HTML of their bodies and of faults: the memory that a file takes has a bound. */
    static final int MOST_LENGTH = 4 << 20;

    private final List<Line> lines = new ArrayList<>();
    private final List<Refusal> refusals = new ArrayList<>();
    private final List<ImportFault> remarks = new ArrayList<>();
    private int length;
    private boolean isLast;

    /** A line, or a place in the file, that is refused without the database. */
    record Refusal(long line, ProblemException problem) {}

    void add(Line line) {
        lines.add(line);
        length += line.text().length();
        if (line.draft() instanceof PreparedArticle article) {
            length += article.body().html().length();
        }
    }

    void refuse(long line, ProblemException problem) {
        refusals.add(new Refusal(line, problem));
        length += length(problem);
    }

    /** In how many characters a refusal says what is wrong. */
    static int length(ProblemException problem) {
        int length = 0;
        for (Fault fault : problem.faults()) {
            length += String.valueOf(fault.pointer()).length() + fault.detail().length();
        }
        return length;
    }

    void remark(List<ThingSource.Remark> more) {
        for (ThingSource.Remark remark : more) {
            remarks.add(new ImportFault(remark.line(), "#", ImportProblem.NOT_TAKEN.uri(), remark.detail()));
            length += remark.detail().length();
        }
    }

    /** Lets nothing be read after it: a fault in it ends the run. */
    void end() {
        isLast = true;
    }

    boolean isLast() {
        return isLast;
    }

    boolean isFull() {
        return lines.size() + refusals.size() + remarks.size() >= MOST_LINES || isLarge();
    }

    /** Whether it ends for its length, and not for the number of its lines. */
    boolean isLarge() {
        return length > MOST_LENGTH;
    }

    List<Line> lines() {
        return lines;
    }

    List<Refusal> refusals() {
        return refusals;
    }

    List<ImportFault> remarks() {
        return remarks;
    }
}
