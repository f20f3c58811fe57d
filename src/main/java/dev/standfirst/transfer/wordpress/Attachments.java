package dev.standfirst.transfer.wordpress;

import java.io.IOException;
import java.io.InputStream;
import java.util.ArrayList;
import java.util.HashMap;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import org.jsoup.Jsoup;

/** The pictures and files of a site, by their ids. They take some hundred bytes of memory each. */
final class Attachments {
    private final Map<String, Attachment> byId = new HashMap<>();
    private final Map<String, List<String>> byPost = new HashMap<>();

    /**
     * A picture or file.
     *
     * @param alt what is said to who does not see it; may be empty
     * @param caption the text below it; may be empty
     */
    record Attachment(String url, String alt, String caption) {}

    /** Adds those of a file. */
    void addAll(InputStream file) throws IOException {
        try (WxrReader wxr = new WxrReader(file)) {
            for (Element element = wxr.next(); element != null; element = wxr.next()) {
                if (element.text("wp:post_type").equals("attachment")) {
                    add(element);
                }
            }
        }
    }

    private void add(Element item) {
        String url = item.text("wp:attachment_url").strip().replace(" ", "%20");
        if (!url.isEmpty()) {
            String id = item.text("wp:post_id").strip();
            byId.put(
                    id,
                    new Attachment(
                            url,
                            item.meta("_wp_attachment_image_alt").strip(),
                            Jsoup.parse(item.text("excerpt:encoded")).text()));
            byPost.computeIfAbsent(item.text("wp:post_parent").strip(), post -> new ArrayList<>())
                    .add(id);
        }
    }

    Optional<Attachment> find(String id) {
        return Optional.ofNullable(byId.get(id.strip()));
    }

    /** The ids of those that were sent with a post. */
    List<String> of(String post) {
        return byPost.getOrDefault(post, List.of());
    }
}
