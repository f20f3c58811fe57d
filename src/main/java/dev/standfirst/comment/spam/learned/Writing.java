package dev.standfirst.comment.spam.learned;

import dev.standfirst.comment.spam.Submission;
import java.util.List;
import org.jsoup.Jsoup;
import org.jspecify.annotations.Nullable;

/**
 * What of a comment is learned from.
 *
 * @param name the name its writer gave
 * @param url the writer's page; null without one
 * @param text the text as readers see it
 * @param links the addresses it links to
 */
public record Writing(String name, @Nullable String url, String text, List<String> links) {

    public Writing {
        links = List.copyOf(links);
    }

    public static Writing of(Submission submission) {
        return new Writing(submission.name(), submission.url(), submission.text(), submission.links());
    }

    /**
     * Makes it of a comment as it is stored.
     *
     * @param html what readers get, whose links are taken
     */
    public static Writing of(@Nullable String name, @Nullable String url, String text, String html) {
        List<String> links = Jsoup.parseBodyFragment(html).select("a[href]").eachAttr("href");
        return new Writing(name == null ? "" : name, url, text, links);
    }
}
