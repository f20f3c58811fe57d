package dev.standfirst.transfer.ghost;

import com.fasterxml.jackson.databind.JsonNode;
import com.fasterxml.jackson.databind.ObjectMapper;
import com.fasterxml.jackson.databind.node.ArrayNode;
import com.fasterxml.jackson.databind.node.ObjectNode;
import dev.standfirst.shared.media.HttpUrl;
import dev.standfirst.transfer.ForeignFile;
import dev.standfirst.transfer.RunOptions;
import dev.standfirst.transfer.Spool;
import java.io.IOException;
import java.time.DateTimeException;
import java.time.Instant;
import java.time.LocalDateTime;
import java.time.OffsetDateTime;
import java.time.ZoneOffset;
import java.time.format.DateTimeFormatter;
import java.util.List;
import java.util.Locale;
import java.util.Map;
import java.util.Objects;
import java.util.Optional;
import java.util.Set;
import java.util.function.Supplier;
import java.util.stream.Stream;
import org.jsoup.Jsoup;
import org.jspecify.annotations.Nullable;

/** What a file of Ghost makes: authors, tags, and articles with where they were. */
final class GhostFile extends ForeignFile {
    private static final String PLACEHOLDER = "__GHOST_URL__";
    private static final DateTimeFormatter TIME = DateTimeFormatter.ofPattern("uuuu-MM-dd HH:mm:ss", Locale.ROOT);

    private static final Map<String, String> STATUSES =
            Map.of("published", "published", "scheduled", "published", "draft", "draft", "sent", "draft");

    private static final Set<String> PUBLIC = Set.of("", "public");

    private final Spool spool;
    private final GhostReader posts;
    private final GhostTables tables;
    private final boolean pages;
    private final String address;
    private boolean hasBegun;

    GhostFile(ObjectMapper mapper, Spool spool, GhostTables tables, RunOptions options) throws IOException {
        super(mapper, Objects.requireNonNullElse(options.source(), "ghost"));
        this.spool = spool;
        this.posts = new GhostReader(mapper, spool.open(), Set.of("posts"));
        this.tables = tables;
        this.pages = options.pages();
        this.address = options.address() == null ? "" : options.address().replaceFirst("/+$", "");
    }

    @Override
    protected boolean readOn() throws IOException {
        if (!hasBegun) {
            hasBegun = true;
            tables.users().forEach(this::author);
            tables.tags().forEach(this::tag);
            return true;
        }
        GhostReader.Row post = posts.next();
        if (post == null) {
            return false;
        }
        boolean isPage =
                GhostTables.text(post.columns(), "type").equals("page") || GhostTables.flag(post.columns(), "page");
        if (isPage && !pages) {
            remark(post.line(), "Pages are left out; ?pages=true takes them for articles.");
        } else {
            article(post);
        }
        return true;
    }

    private void author(String id, GhostTables.User user) {
        String name = withoutAddress(user.name());
        String shown = Stream.of(name, user.slug(), "Anonymous")
                .filter(text -> !text.isEmpty())
                .findFirst()
                .orElseThrow();
        ObjectNode author = slugged(thing("author", "user/" + id), user.slug()).put("name", cut(shown, 200));
        if (!user.bio().isEmpty()) {
            author.put("bio", user.bio());
        }
        if (HttpUrl.Validator.accepts(user.website())) {
            author.putArray("links").addObject().put("title", "Website").put("url", user.website());
        }
        pictureAt(user.line(), user.picture(), "", "").ifPresent(image -> author.set("image", image));
        say(user.line(), author);
    }

    private void tag(String id, GhostTables.Tag tag) {
        if (tag.isInternal()) {
            remark(tag.line(), "Internal tags, which begin with #, are left out.");
            return;
        }
        ObjectNode said = slugged(thing("tag", "tag/" + id), tag.slug())
                .put("name", cut(tag.name().isEmpty() ? tag.slug() : tag.name(), 100))
                .put("kind", "topic");
        if (!tag.description().isEmpty()) {
            said.put("description", cut(tag.description(), 1000));
        }
        say(tag.line(), said);
    }

    private void article(GhostReader.Row row) {
        ObjectNode post = row.columns();
        String id = GhostTables.text(post, "id");
        String name = "post/" + (GhostTables.text(post, "uuid").isEmpty() ? id : GhostTables.text(post, "uuid"));
        ObjectNode article = slugged(thing("article", name), GhostTables.text(post, "slug"));
        String title = GhostTables.text(post, "title");
        article.put("title", title.isEmpty() ? "Untitled" : cut(title, 300));
        String excerpt = GhostTables.text(post, "custom_excerpt");
        article.put("excerpt", excerpt.isEmpty() ? null : cut(excerpt, 1000));
        article.putObject("body").put("format", "html").put("source", body(row));
        GhostTables.Meta meta = tables.metaOf(id);
        if (meta.equals(GhostTables.Meta.NONE)) {
            meta = GhostTables.meta(post);
        }
        pictureAt(row.line(), GhostTables.text(post, "feature_image"), meta.alt(), meta.caption())
                .ifPresent(image -> article.set("image", image));
        article.putObject("seo").put("title", orNull(meta.title())).put("description", orNull(meta.description()));
        article.set("authors", references("user/", authors(id, post), 50));
        article.set("tags", references("tag/", tables.tagsOf(id), 100));
        String canonical = GhostTables.text(post, "canonical_url").replace(PLACEHOLDER, address);
        article.put("canonicalUrl", HttpUrl.Validator.accepts(canonical) ? canonical : null);
        String locale = GhostTables.text(post, "locale");
        article.put("language", language(locale));
        article.put("featured", GhostTables.flag(post, "featured"));
        boolean isPublic = isPublic(row, meta);
        article.put("status", isPublic ? "published" : "draft");
        boolean hasBeenOut = STATUSES.containsKey(status(row)) && !status(row).equals("draft");
        if (hasBeenOut) {
            article.put(
                    "publishedAt",
                    time(post.path("published_at")).map(Instant::toString).orElse(null));
        }
        if (isPublic && time(post.path("published_at")).isEmpty()) {
            remarkUndated(row.line(), name(row));
        }
        if (!GhostTables.text(post, "codeinjection_head").isEmpty()
                || !GhostTables.text(post, "codeinjection_foot").isEmpty()) {
            remark(row.line(), "Code that is injected into posts is left out.");
        }
        say(row.line(), article);
        String slug = GhostTables.text(post, "slug");
        if (hasBeenOut && !slug.isEmpty()) {
            redirect(row.line(), "/" + slug + "/", name);
        }
    }

    /** What is for members, or went out by mail alone, is not public here either; nor what is to come at a time that cannot be read. */
    private boolean isPublic(GhostReader.Row row, GhostTables.Meta meta) {
        JsonNode post = row.columns();
        String status = status(row);
        JsonNode visibility = post.path("visibility");
        if (status.equals("sent") || (meta.isMailOnly() && STATUSES.containsKey(status))) {
            remarkDraft(row, "was sent by mail alone");
            return false;
        }
        if (!"published".equals(STATUSES.get(status))) {
            return false;
        }
        if (!visibility.isMissingNode()
                && !visibility.isNull()
                && !(visibility.isTextual() && PUBLIC.contains(visibility.textValue()))) {
            remarkDraft(row, "is for members alone");
            return false;
        }
        if (status.equals("scheduled") && time(post.path("published_at")).isEmpty()) {
            remarkDraft(row, "is to come at a time that cannot be read");
            return false;
        }
        return true;
    }

    private static String status(GhostReader.Row row) {
        return GhostTables.text(row.columns(), "status");
    }

    private void remarkDraft(GhostReader.Row row, String why) {
        remark(row.line(), "The post ‘" + name(row) + "’ " + why + ": it is a draft here.");
    }

    /** What people know it by. */
    private static String name(GhostReader.Row row) {
        String slug = GhostTables.text(row.columns(), "slug");
        return cut(slug.isEmpty() ? GhostTables.text(row.columns(), "title") : slug, 60);
    }

    private String body(GhostReader.Row row) {
        JsonNode post = row.columns();
        GhostBody body = new GhostBody(
                mapper(),
                card -> remark(row.line(), "Nobody here knows the card ‘" + cut(card, 40) + "’: it is left out."),
                () -> remark(row.line(), "Of the post ‘" + name(row) + "’ what is for members alone is left out."));
        String html = Stream.<Supplier<String>>of(
                        () -> body.ofHtml(source(post, "html")),
                        () -> body.ofLexical(source(post, "lexical")),
                        () -> body.ofMobiledoc(source(post, "mobiledoc")))
                .map(Supplier::get)
                .filter(text -> !text.isBlank())
                .findFirst()
                .orElse("");
        if (html.isEmpty() && body.isUnreadable()) {
            remark(row.line(), "Of the post ‘" + name(row) + "’ the body cannot be read: it is left out.");
        }
        return html;
    }

    /** A body with the address of the site in it, before its length is looked at. */
    private String source(JsonNode post, String column) {
        return GhostTables.text(post, column).replace(PLACEHOLDER, address);
    }

    private List<String> authors(String post, JsonNode columns) {
        List<String> authors = tables.authorsOf(post);
        String single = GhostTables.text(columns, "author_id");
        return authors.isEmpty() && tables.users().containsKey(single) ? List.of(single) : authors;
    }

    private ArrayNode references(String kind, List<String> ids, int most) {
        ArrayNode references = mapper().createArrayNode();
        ids.stream().limit(most).forEach(id -> references.add(reference(kind + id)));
        return references;
    }

    private Optional<ObjectNode> pictureAt(long line, String address, String alt, String caption) {
        String url = address.replace(PLACEHOLDER, this.address).replace(" ", "%20");
        if (url.isEmpty()) {
            return Optional.empty();
        }
        if (this.address.isEmpty() && address.startsWith(PLACEHOLDER)) {
            remark(line, "Pictures of the site itself are left out: say with ?url= where it is.");
            return Optional.empty();
        }
        return picture(line, url, alt, Jsoup.parseBodyFragment(caption).text());
    }

    private static @Nullable String orNull(String text) {
        return text.isEmpty() ? null : cut(text, 300);
    }

    /** The moment of a column: a text of either form, or milliseconds; nothing for years that are none. */
    private static Optional<Instant> time(JsonNode column) {
        try {
            String text = column.asText();
            Instant time = column.isNumber()
                    ? Instant.ofEpochMilli(column.asLong())
                    : text.contains("T")
                            ? OffsetDateTime.parse(text).toInstant()
                            : LocalDateTime.parse(text, TIME).toInstant(ZoneOffset.UTC);
            return Optional.of(time).filter(GhostFile::isPossible);
        } catch (DateTimeException e) {
            return Optional.empty();
        }
    }

    @Override
    public void close() throws IOException {
        try (spool) {
            posts.close();
        }
    }
}
