package dev.standfirst.transfer.wordpress;

import dev.standfirst.transfer.ForeignFile;
import java.util.ArrayList;
import java.util.HashMap;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.regex.Pattern;
import org.jsoup.Jsoup;

/** The pictures and files of a site, by their ids. They take some hundred bytes of memory each. */
final class Attachments {
    /** How many characters of each are kept; what is longer is no address, and cut where it is a caption. */
    private static final int LONGEST = 5_000;

    private static final Pattern PICTURE =
            Pattern.compile("\\.(jpe?g|jpe|png|gif|webp|avif|svg|bmp|tiff?|heic|ico)(\\?|$)", Pattern.CASE_INSENSITIVE);

    private final Map<String, Attachment> byId = new HashMap<>();
    private final Map<String, List<String>> byPost = new HashMap<>();
    private int missed;

    /**
     * A picture or file.
     *
     * @param alt what is said to who does not see it; may be empty
     * @param caption the text below it; may be empty
     */
    record Attachment(String url, String alt, String caption) {

        /** Whether it is a picture: by its name, as the file does not say what it is. */
        boolean isPicture() {
            return PICTURE.matcher(url).find();
        }
    }

    /** Adds an item of the site, if it is one. */
    void add(Element item) {
        if (!item.text("wp:post_type").equals("attachment")) {
            return;
        }
        String url = item.text("wp:attachment_url").strip().replace(" ", "%20");
        if (!url.isEmpty()) {
            String id = ForeignFile.cut(item.text("wp:post_id").strip(), 200);
            byId.put(
                    id,
                    new Attachment(
                            ForeignFile.cut(url, LONGEST),
                            ForeignFile.cut(
                                    item.meta("_wp_attachment_image_alt").strip(), LONGEST),
                            ForeignFile.cut(
                                    Jsoup.parse(item.text("excerpt:encoded")).text(), LONGEST)));
            byPost.computeIfAbsent(ForeignFile.cut(item.text("wp:post_parent").strip(), 200), post -> new ArrayList<>())
                    .add(id);
        }
    }

    Optional<Attachment> find(String id) {
        Optional<Attachment> found = Optional.ofNullable(byId.get(id.strip()));
        if (found.isEmpty() && !id.isBlank()) {
            missed++;
        }
        return found;
    }

    /** How many were asked for, so far, that are not in the file. */
    int missed() {
        return missed;
    }

    /** The ids of those that were sent with a post. */
    List<String> of(String post) {
        return byPost.getOrDefault(post, List.of());
    }
}
