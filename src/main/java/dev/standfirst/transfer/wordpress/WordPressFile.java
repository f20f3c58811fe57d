package dev.standfirst.transfer.wordpress;

import com.fasterxml.jackson.databind.ObjectMapper;
import com.fasterxml.jackson.databind.node.ArrayNode;
import com.fasterxml.jackson.databind.node.ObjectNode;
import dev.standfirst.comment.CommentDraft;
import dev.standfirst.transfer.ForeignFile;
import dev.standfirst.transfer.RunOptions;
import dev.standfirst.transfer.Spool;
import java.io.IOException;
import java.net.URI;
import java.time.DateTimeException;
import java.time.Instant;
import java.time.LocalDateTime;
import java.time.ZoneOffset;
import java.time.format.DateTimeFormatter;
import java.util.HashSet;
import java.util.LinkedHashSet;
import java.util.List;
import java.util.Locale;
import java.util.Map;
import java.util.Objects;
import java.util.Optional;
import java.util.Set;
import java.util.regex.Pattern;
import java.util.stream.Stream;
import org.jspecify.annotations.Nullable;

/** What a file of WordPress makes: authors, tags, articles with where they were, and comments. */
final class WordPressFile extends ForeignFile {
    private static final DateTimeFormatter TIME = DateTimeFormatter.ofPattern("uuuu-MM-dd HH:mm:ss", Locale.ROOT);

    /** Types of items that are no content of a site's own, or come in with the posts that have them. */
    private static final Set<String> SILENT = Set.of("attachment", "nav_menu_item", "revision", "wp_block");

    /** Kinds of terms that say how WordPress shows something. */
    private static final Set<String> NO_TERMS = Set.of("post_format", "nav_menu", "wp_theme", "link_category");

    private static final Map<String, String> STATUSES = Map.of(
            "publish", "published", "future", "published", "pending", "review", "draft", "draft", "private", "draft");

    /** What plugins fill in when they show a page. */
    private static final Pattern VARIABLE = Pattern.compile("%%|%[a-z_]+%");

    /** Of what was thrown away, or never written. */
    private static final Set<String> NO_STATUSES = Set.of("trash", "auto-draft", "inherit");

    private final Spool spool;
    private final WxrReader wxr;
    private final Attachments attachments;
    private final ReusableBlocks reusable;
    private final boolean isWhole;
    private final boolean pages;

    private final boolean isNamed;
    private @Nullable String language;

    /** The numbers of those who write for the site. */
    private final Set<String> writers = new HashSet<>();

    WordPressFile(
            ObjectMapper mapper,
            Spool spool,
            Attachments attachments,
            ReusableBlocks reusable,
            boolean isWhole,
            RunOptions options)
            throws IOException {
        super(mapper, Objects.requireNonNullElse(options.source(), "wordpress"));
        this.spool = spool;
        this.wxr = new WxrReader(spool.open());
        this.attachments = attachments;
        this.reusable = reusable;
        this.isWhole = isWhole;
        this.pages = options.pages();
        this.isNamed = options.source() != null;
    }

    @Override
    protected boolean readOn() throws IOException {
        Element element = wxr.next();
        if (element == null) {
            if (wxr.isMore()) {
                remark(wxr.line(), "The file does not end where the export does: what stands behind it is left out.");
            }
            return false;
        }
        switch (element.name()) {
            case "link", "wp:base_site_url", "wp:base_blog_url" ->
                nameAfter(element.text().strip());
            case "language" -> language = language(element.text().strip());
            case "wp:author" -> {
                String writer = element.text("wp:author_id").strip();
                if (!writer.isEmpty() && !writer.equals("0")) { // by which those go who are nobody of the site
                    writers.add(writer);
                }
                author(element.line(), element.text("wp:author_login"), element.text("wp:author_display_name"));
            }
            case "wp:category" -> {
                if (!element.text("wp:category_parent").isBlank()) {
                    remark(
                            element.line(),
                            "Categories that lie below others stand beside them: sections have no order.");
                }
                term(
                        element.line(),
                        "category",
                        element.text("wp:category_nicename"),
                        element.text("wp:cat_name"),
                        element.text("wp:category_description"));
            }
            case "wp:tag" ->
                term(
                        element.line(),
                        "post_tag",
                        element.text("wp:tag_slug"),
                        element.text("wp:tag_name"),
                        element.text("wp:tag_description"));
            case "wp:term" ->
                term(
                        element.line(),
                        element.text("wp:term_taxonomy"),
                        element.text("wp:term_slug"),
                        element.text("wp:term_name"),
                        element.text("wp:term_description"));
            case "item" -> item(element);
            default -> {
                // the rest describes the feed
            }
        }
        return true;
    }

    /** Two sites have posts of the same numbers: what they are called has the address in it, without the scheme, which changes in a site's life. */
    private void nameAfter(String address) {
        uri(address).filter(site -> site.getHost() != null && !isNamed).ifPresent(site -> {
            String name =
                    "wordpress:" + site.getHost().toLowerCase(Locale.ROOT) + Objects.toString(site.getRawPath(), "");
            call(cut(name.replaceFirst("/+$", ""), 100));
        });
    }

    private static Optional<URI> uri(String address) {
        try {
            return Optional.of(URI.create(address));
        } catch (IllegalArgumentException e) {
            return Optional.empty();
        }
    }

    private void author(long line, String login, String name) {
        String id = "author/" + cut(login.strip(), 200);
        if (login.isBlank() || !isFirst(id)) {
            return;
        }
        // Who logs in with an e-mail address is not known to readers by it.
        String open = withoutAddress(login.strip());
        String shown = withoutAddress(WordPressBody.text(name));
        say(line, slugged(thing("author", id), open).put("name", cut(shown.isBlank() ? open : shown, 200)));
    }

    private void term(long line, String taxonomy, String slug, String name, String description) {
        String id = termId(taxonomy, slug);
        if (slug.isBlank() || NO_TERMS.contains(taxonomy) || !isFirst("tag " + id)) {
            return;
        }
        String shown = name.isBlank() ? slug : WordPressBody.text(name);
        ObjectNode tag = slugged(thing("tag", id), slug)
                .put("name", cut(shown, 100))
                .put("kind", taxonomy.equals("category") ? "section" : "topic");
        if (!description.isBlank()) {
            tag.put("description", cut(WordPressBody.text(description), 1000));
        }
        say(line, tag);
    }

    private static String termId(String taxonomy, String slug) {
        String kind = taxonomy.equals("post_tag") ? "tag" : taxonomy;
        return cut(kind + "/" + slug.strip(), 300);
    }

    private void item(Element item) {
        String type = item.text("wp:post_type");
        String status = item.text("wp:status");
        if (type.equals("page") && !pages) {
            remark(item.line(), "Pages are left out; ?pages=true takes them for articles.");
        } else if (!type.equals("post") && !type.equals("page")) {
            if (!SILENT.contains(type)) {
                remark(item.line(), "What is of the type ‘" + cut(type, 40) + "’ is left out.");
            }
        } else if (STATUSES.containsKey(status)) {
            article(item, String.valueOf(STATUSES.get(status)));
        } else if (!NO_STATUSES.contains(status)) {
            remark(item.line(), "What has the status ‘" + cut(status, 40) + "’ is left out.");
        }
    }

    private void article(Element item, String status) {
        String post = Stream.of("wp:post_id", "wp:post_name", "guid", "link")
                .map(name -> item.text(name).strip())
                .filter(name -> !name.isEmpty())
                .findFirst()
                .orElse("line " + item.line());
        String name = "post/" + cut(post, 200);
        boolean isProtected = !item.text("wp:post_password").isEmpty();
        if (isProtected) {
            remarkDraft(item, post, "has a password");
        }
        String at = time(item, "wp:post_date");
        boolean isOfNoTime = item.text("wp:status").equals("future") && at == null;
        if (isOfNoTime) {
            remarkDraft(item, post, "is to come at a time that cannot be read");
        }
        boolean isPrivate = item.text("wp:status").equals("private");
        if (isPrivate) {
            remarkDraft(item, post, "is private");
        }
        ObjectNode article = slugged(thing("article", name), item.text("wp:post_name"));
        int missedBefore = missed();
        ReusableBlocks.Filled filled = reusable.fill(item.text("content:encoded"));
        if (!filled.isWhole()) {
            remarkDraft(item, post, "has a pattern that could not be put into it");
        }
        String content = filled.text();
        Set<String> shortcodes = new LinkedHashSet<>();
        WordPressBody body = WordPressBody.of(content, new Shortcodes(post, attachments, shortcodes::add));
        shortcodes.forEach(code -> remark(
                item.line(), "Nobody here knows the shortcode [" + code + "]: what was between its tags stays."));
        Set<WordPressBody.Block> blocks = WordPressBody.blocks(content);
        blocks.stream()
                .filter(WordPressBody.Block::isEmpty)
                .forEach(block -> remark(
                        item.line(),
                        "The block ‘" + cut(block.name(), 60) + "’ has no text that could be taken: it is left out."));
        boolean isGuarded = Guards.isAnyOn(item, content, blocks);
        if (isGuarded) {
            remarkDraft(item, post, "seems to keep text from readers");
        }
        article.put("title", title(item, body));
        excerpt(item, body).ifPresent(excerpt -> article.put("excerpt", excerpt));
        article.putObject("body").put("format", "html").put("source", body.html());
        picture(item).ifPresent(image -> article.set("image", image));
        if (missed() > missedBefore && !isWhole) {
            remark(
                    item.line(),
                    "The post ‘" + cut(post, 40)
                            + "’ names what may come where the file breaks off: it comes in with the whole file.");
            return;
        }
        if (missed() > missedBefore) {
            remark(item.line(), "What posts name and the file does not have, pictures and patterns, is left out.");
        }
        article.putObject("seo").put("title", seo(item, "title")).put("description", seo(item, "description"));
        article.set("authors", authors(item));
        article.set("tags", tags(item));
        article.put("language", language);
        article.put("featured", item.text("wp:is_sticky").strip().equals("1"));
        article.put("commentPolicy", item.text("wp:comment_status").equals("closed") ? "closed" : null);
        boolean isHidden = isProtected || isOfNoTime || isGuarded || !filled.isWhole();
        article.put("status", isHidden ? "draft" : status);
        boolean hasBeenOut = status.equals("published") || isPrivate;
        if (status.equals("published") && !isHidden && at == null) {
            remarkUndated(item.line(), cut(post, 40));
        }
        if (hasBeenOut) {
            article.put("publishedAt", at);
        }
        say(item.line(), article);
        if (hasBeenOut) {
            redirects(item, name);
        }
        new WordPressComments(item, cut(post, 200), at, writers).each((id, parent, comment) -> {
            ObjectNode said = thing("comment", "comment/" + id);
            said.set("article", reference(name));
            if (parent != null) {
                said.set("parent", reference("comment/" + parent));
            }
            said.setAll(comment);
            String text = comment.path("body").asText();
            if (text.length() > CommentDraft.MAX_LENGTH) {
                remark(item.line(), "Of comments that are longer than one may be here, the beginning is in.");
                said.put("body", cut(text, CommentDraft.MAX_LENGTH));
            }
            say(item.line(), said);
        });
    }

    private int missed() {
        return attachments.missed() + reusable.missed();
    }

    private void remarkDraft(Element item, String post, String why) {
        remark(item.line(), "The post ‘" + cut(post, 40) + "’ " + why + ": it is a draft here.");
    }

    private static String title(Element item, WordPressBody body) {
        String title = WordPressBody.text(item.text("title"));
        String beginning = title.isEmpty() ? cut(WordPressBody.text(body.html()), 80) : title;
        return beginning.isEmpty() ? "Untitled" : cut(beginning, 300);
    }

    private static Optional<String> excerpt(Element item, WordPressBody body) {
        return Stream.of(
                        WordPressBody.text(item.text("excerpt:encoded")),
                        body.beginning() == null ? "" : body.beginning())
                .filter(text -> !text.isEmpty())
                .map(text -> cut(text, 1000))
                .findFirst();
    }

    /** What is told to search engines by the plugins that most sites have, Yoast SEO and Rank Math; not what has their variables in it. */
    private static @Nullable String seo(Element item, String what) {
        return Stream.of(what.equals("title") ? "_yoast_wpseo_title" : "_yoast_wpseo_metadesc", "rank_math_" + what)
                .map(key -> item.meta(key).strip())
                .filter(text -> !text.isEmpty() && !VARIABLE.matcher(text).find())
                .map(text -> cut(text, 300))
                .findFirst()
                .orElse(null);
    }

    private Optional<ObjectNode> picture(Element item) {
        return attachments
                .find(item.meta("_thumbnail_id"))
                .flatMap(found -> picture(item.line(), found.url(), found.alt(), found.caption()));
    }

    /** The author of an item, who may stand in no list of the file. */
    private ArrayNode authors(Element item) {
        ArrayNode authors = mapper().createArrayNode();
        String login = item.text("dc:creator").strip();
        if (!login.isEmpty()) {
            author(item.line(), login, "");
            authors.add(reference("author/" + cut(login, 200)));
        }
        return authors;
    }

    /** The terms of an item, sections first; those that stand in no list of the file too. */
    private ArrayNode tags(Element item) {
        List<Element> terms = item.all("category")
                .filter(term -> !term.attribute("nicename").isBlank() && !NO_TERMS.contains(term.attribute("domain")))
                .toList();
        terms.forEach(term -> term(item.line(), term.attribute("domain"), term.attribute("nicename"), term.text(), ""));
        ArrayNode tags = mapper().createArrayNode();
        Stream.of(true, false)
                .flatMap(isSection ->
                        terms.stream().filter(term -> term.attribute("domain").equals("category") == isSection))
                .map(term -> termId(term.attribute("domain"), term.attribute("nicename")))
                .distinct()
                .limit(100)
                .forEach(id -> tags.add(reference(id)));
        return tags;
    }

    private void redirects(Element item, String article) {
        String path = uri(item.text("link").strip())
                .filter(link -> link.getRawPath() != null)
                .map(link -> link.getRawPath().replaceFirst("^/+", "/")
                        + (link.getRawQuery() == null ? "" : "?" + link.getRawQuery()))
                .orElse("");
        redirect(item.line(), path, article);
        String slug = item.text("wp:post_name");
        int place = slug.isEmpty() ? -1 : path.lastIndexOf("/" + slug);
        if (place >= 0) {
            item.metas("_wp_old_slug")
                    .forEach(old -> redirect(
                            item.line(),
                            path.substring(0, place + 1) + old + path.substring(place + 1 + slug.length()),
                            article));
        }
    }

    /** When something was, as we write it: in UTC if the file says that; null where it says nothing, or a year that is none. */
    static @Nullable String time(Element element, String name) {
        return Stream.of(element.text(name + "_gmt"), element.text(name))
                .map(WordPressFile::time)
                .flatMap(Optional::stream)
                .findFirst()
                .map(Instant::toString)
                .orElse(null);
    }

    private static Optional<Instant> time(String text) {
        try {
            return Optional.of(LocalDateTime.parse(text.strip(), TIME).toInstant(ZoneOffset.UTC))
                    .filter(WordPressFile::isPossible);
        } catch (DateTimeException e) {
            return Optional.empty(); // 0000-00-00 00:00:00 is how WordPress writes never
        }
    }

    @Override
    public void close() throws IOException {
        try (spool) {
            wxr.close();
        }
    }
}
