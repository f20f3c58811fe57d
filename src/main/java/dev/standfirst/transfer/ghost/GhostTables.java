package dev.standfirst.transfer.ghost;

import com.fasterxml.jackson.databind.JsonNode;
import com.fasterxml.jackson.databind.ObjectMapper;
import dev.standfirst.transfer.ForeignFile;
import java.io.IOException;
import java.io.InputStream;
import java.util.ArrayList;
import java.util.Comparator;
import java.util.HashMap;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Locale;
import java.util.Map;
import java.util.Set;
import java.util.regex.Pattern;

/** Who wrote what, and of which tags it is: what is said of posts beside them. It takes some hundred bytes of memory for each post. */
final class GhostTables {
    private static final Set<String> NAMES = Set.of("users", "tags", "posts_tags", "posts_authors", "posts_meta");
    private static final int LONGEST = 5000;

    /** Somebody who writes. */
    record User(long line, String slug, String name, String bio, String picture, String website) {}

    /**
     * A tag.
     *
     * @param isInternal whether only the site itself is to see it
     */
    record Tag(long line, String slug, String name, String description, boolean isInternal) {}

    /**
     * What is said of a post to search engines, and of its picture.
     *
     * @param isMailOnly whether it is sent, and never shown
     */
    record Meta(String title, String description, String alt, String caption, boolean isMailOnly) {
        static final Meta NONE = new Meta("", "", "", "", false);
    }

    private record Place(String id, long order) {}

    private final Map<String, User> users = new LinkedHashMap<>();
    private final Map<String, Tag> tags = new LinkedHashMap<>();
    private final Map<String, List<Place>> tagsOfPosts = new HashMap<>();
    private final Map<String, List<Place>> authorsOfPosts = new HashMap<>();
    private final Map<String, Meta> metas = new HashMap<>();

    /** Adds what a file has. */
    void addAll(ObjectMapper mapper, InputStream file) throws IOException {
        try (GhostReader rows = new GhostReader(mapper, file, NAMES)) {
            for (GhostReader.Row row = rows.next(); row != null; row = rows.next()) {
                add(row);
            }
        }
    }

    private void add(GhostReader.Row row) {
        JsonNode columns = row.columns();
        String post = kept(columns, "post_id");
        Place place = new Place(
                kept(columns, row.table().equals("posts_tags") ? "tag_id" : "author_id"),
                columns.path("sort_order").asLong());
        switch (row.table()) {
            case "users" -> users.put(kept(columns, "id"), user(row.line(), columns));
            case "tags" -> tags.put(kept(columns, "id"), tag(row.line(), columns));
            case "posts_tags" ->
                tagsOfPosts.computeIfAbsent(post, id -> new ArrayList<>(2)).add(place);
            case "posts_authors" ->
                authorsOfPosts.computeIfAbsent(post, id -> new ArrayList<>(1)).add(place);
            default -> metas.put(post, meta(columns));
        }
    }

    private static User user(long line, JsonNode user) {
        String address = kept(user, "email");
        String slug = kept(user, "slug");
        boolean isOfAddress = !address.isEmpty()
                && slug.matches(Pattern.quote(slug(address)) + "(-\\d+)?"); // which nobody is to learn
        return new User(
                line,
                isOfAddress ? slug(ForeignFile.withoutAddress(address)) : slug,
                kept(user, "name"),
                kept(user, "bio"),
                kept(user, "profile_image"),
                kept(user, "website"));
    }

    private static String slug(String text) {
        return text.toLowerCase(Locale.ROOT).replaceAll("[^a-z0-9]+", "-").replaceAll("^-|-$", "");
    }

    private static Tag tag(long line, JsonNode tag) {
        String name = kept(tag, "name");
        boolean isInternal = name.startsWith("#") || kept(tag, "visibility").equals("internal");
        return new Tag(line, kept(tag, "slug"), name, kept(tag, "description"), isInternal);
    }

    /** What an older file says of a post in the post itself. */
    static Meta meta(JsonNode columns) {
        return new Meta(
                kept(columns, "meta_title"),
                kept(columns, "meta_description"),
                kept(columns, "feature_image_alt"),
                kept(columns, "feature_image_caption"),
                flag(columns, "email_only"));
    }

    /** The text of a column; of a number its digits, and of what is not there nothing. */
    static String text(JsonNode columns, String name) {
        return columns.path(name).isNull() ? "" : columns.path(name).asText().strip();
    }

    /** A column that says yes or no, in either way that databases have for it. */
    static boolean flag(JsonNode columns, String name) {
        return columns.path(name).asBoolean() || columns.path(name).asText().equals("1");
    }

    /** The text of a column of a table that is kept in memory: of a hostile length, only the beginning. */
    private static String kept(JsonNode columns, String name) {
        return ForeignFile.cut(text(columns, name), LONGEST);
    }

    Map<String, User> users() {
        return users;
    }

    Map<String, Tag> tags() {
        return tags;
    }

    /** The ids of the tags of a post in order, without those that are internal. */
    List<String> tagsOf(String post) {
        return inOrder(tagsOfPosts, post).stream()
                .filter(id -> {
                    Tag tag = tags.get(id);
                    return tag != null && !tag.isInternal();
                })
                .toList();
    }

    /** The ids of the authors of a post in order. */
    List<String> authorsOf(String post) {
        return inOrder(authorsOfPosts, post).stream().filter(users::containsKey).toList();
    }

    private static List<String> inOrder(Map<String, List<Place>> places, String post) {
        return places.getOrDefault(post, List.of()).stream()
                .sorted(Comparator.comparingLong(Place::order))
                .map(Place::id)
                .distinct()
                .toList();
    }

    Meta metaOf(String post) {
        return metas.getOrDefault(post, Meta.NONE);
    }
}
