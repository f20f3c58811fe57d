package dev.standfirst.comment.spam;

import java.time.Instant;
import java.util.List;
import java.util.UUID;
import org.jspecify.annotations.Nullable;

/**
 * A comment as it came in, with all that a layer may judge it by.
 *
 * @param comment its id; the same when it is edited
 * @param article the article it belongs to
 * @param name the name its writer gave
 * @param email the writer's address, in lower case; null for one that was erased
 * @param url the writer's page; null without one
 * @param source the text as it was written
 * @param text the text as readers see it, without marks
 * @param links the addresses it links to, in order, each as often as it stands there
 * @param ip the address it was sent from, in text form; null where that is no longer kept
 * @param userAgent what the program that sent it called itself; null where it did not, or where that is no longer kept
 * @param trap what stood in the field that no person sees; null or empty for people
 * @param formToken the token of the form that it was written in; null where none was sent
 * @param isEdit whether it was there before, and its text is changed now
 * @param at when it was sent
 */
public record Submission(
        UUID comment,
        UUID article,
        String name,
        @Nullable String email,
        @Nullable String url,
        String source,
        String text,
        List<String> links,
        @Nullable String ip,
        @Nullable String userAgent,
        @Nullable String trap,
        @Nullable String formToken,
        boolean isEdit,
        Instant at) {

    public Submission {
        links = List.copyOf(links);
    }
}
