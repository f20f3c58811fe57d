package dev.standfirst.comment;

import dev.standfirst.body.CommentText;
import dev.standfirst.body.DerivedComment;
import dev.standfirst.body.FaultyTextException;
import dev.standfirst.body.TextFault;
import dev.standfirst.shared.problem.Fault;
import java.util.ArrayList;
import java.util.List;
import org.jspecify.annotations.Nullable;

/** Checks what somebody writes of a comment, and derives what is shown of it. */
final class CommentTexts {
    private CommentTexts() {}

    /**
     * Derives the text.
     *
     * @param around the pointer to what holds name and page in the request
     * @param name the name that is to be shown; null where it is not written now
     * @param url the page of the writer; null where there is none
     * @throws dev.standfirst.shared.problem.ProblemException with all that is wrong with name, page and text, at once
     */
    static DerivedComment derived(String around, @Nullable String name, @Nullable String url, String body) {
        List<Fault> faults = new ArrayList<>();
        if (name != null) {
            CommentText.faultsOfName(name).forEach(fault -> faults.add(at(around + "/name", fault)));
        }
        if (url != null) {
            CommentText.faultsOfAddress(url).forEach(fault -> faults.add(at(around + "/url", fault)));
        }
        DerivedComment derived = null;
        try {
            derived = CommentText.derive(body);
        } catch (FaultyTextException e) {
            e.faults().forEach(fault -> faults.add(at("#/body", fault)));
        }
        if (derived == null || !faults.isEmpty()) {
            throw CommentProblem.of(faults);
        }
        return derived;
    }

    private static Fault at(String pointer, TextFault fault) {
        return CommentProblem.of(fault.kind()).at(pointer, fault.detail());
    }
}
