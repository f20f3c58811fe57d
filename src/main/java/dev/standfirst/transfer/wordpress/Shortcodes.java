package dev.standfirst.transfer.wordpress;

import dev.standfirst.article.BodyDraft;
import java.util.ArrayDeque;
import java.util.BitSet;
import java.util.Deque;
import java.util.HashMap;
import java.util.HashSet;
import java.util.LinkedHashSet;
import java.util.Locale;
import java.util.Map;
import java.util.Set;
import java.util.function.Consumer;
import java.util.regex.Matcher;
import java.util.regex.Pattern;
import java.util.stream.Collectors;
import java.util.stream.Stream;
import org.jsoup.Jsoup;
import org.jsoup.nodes.Element;
import org.jsoup.nodes.Entities;

/**
 * Writes HTML for the shortcodes of a body (WordPress, "Shortcode API"). Of those that plugins know and nobody else, the tags go and what is
 * between them stays. What merely stands in brackets, as [sic], is no shortcode: one has attributes, an end, or an underscore in its name.
 */
final class Shortcodes {
    private static final Pattern TAG = Pattern.compile("\\[(/?)([A-Za-z][A-Za-z0-9_-]*)((?:\\s[^\\[\\]<>]*)?)\\]");
    private static final Pattern NAME = Pattern.compile("\\[(/?)([A-Za-z][A-Za-z0-9_-]*+)");
    private static final Pattern ATTRIBUTE =
            Pattern.compile("(?<![\\w-])([A-Za-z][\\w-]*+)\\s*+=\\s*+(?:\"([^\"]*)\"|'([^']*)'|([^\\s\"']+))");
    private static final Pattern END = Pattern.compile("\\[/([A-Za-z][A-Za-z0-9_-]*+)\\]");
    private static final Pattern HTML_TAG =
            Pattern.compile("<(?:(pre|code)\\b|[A-Za-z/!])[^<>]*>?", Pattern.CASE_INSENSITIVE);
    private static final Set<String> KNOWN = Set.of("caption", "wp_caption", "gallery", "embed", "audio", "video");
    private static final Set<String> FILES = Set.of("src", "mp3", "m4a", "ogg", "wav", "mp4", "m4v", "webm", "ogv");

    private final String post;
    private final Attachments attachments;
    private final Consumer<String> unknown;
    private final Map<String, Deque<Integer>> ends = new HashMap<>();
    private final Set<String> dropped = new HashSet<>();

    /**
     * Begins with a body.
     *
     * @param post the id of its post
     * @param unknown is told the names of those that nobody knows
     */
    Shortcodes(String post, Attachments attachments, Consumer<String> unknown) {
        this.post = post;
        this.attachments = attachments;
        this.unknown = unknown;
    }

    /** The names of those that enclose something, wherever they stand: WordPress carries them out in code and captions too. */
    static Set<String> enclosing(String body) {
        Set<String> begun = new HashSet<>();
        Set<String> enclosing = new HashSet<>();
        Matcher name = NAME.matcher(body);
        while (name.find()) {
            String lower = name.group(2).toLowerCase(Locale.ROOT);
            if (name.group(1).isEmpty()) {
                begun.add(lower);
            } else if (begun.contains(lower)) {
                enclosing.add(lower);
            }
        }
        return enclosing;
    }

    /** Writes a body; once that is longer by it than any may be, what is left of it stays as it is. */
    String written(String body) {
        StringBuilder out = new StringBuilder();
        BitSet markup = markup(body);
        noteEnds(body, markup);
        Matcher tag = TAG.matcher(body);
        int at = 0;
        int more = 0;
        while (more <= BodyDraft.MAX_LENGTH && tag.find(at)) {
            int start = tag.start();
            int end = tag.end();
            if (markup.get(start)) {
                out.append(body, at, end);
                at = end;
                continue;
            }
            if (isEscaped(body, at, start, end)) {
                out.append(body, at, start - 1).append(tag.group());
                at = end + 1;
                continue;
            }
            out.append(body, at, start);
            String name = tag.group(2).toLowerCase(Locale.ROOT);
            boolean isWhole = !tag.group(1).isEmpty() || tag.group(3).strip().endsWith("/");
            int close = isWhole ? -1 : close(name, end);
            String html = tag.group(1).isEmpty() && KNOWN.contains(name)
                    ? known(name, attributes(tag.group(3)), close < 0 ? "" : body.substring(end, close))
                    : null;
            if (html != null) {
                out.append(html);
                at = close < 0 ? end : close + name.length() + 3;
                more += Math.max(0, html.length() - (at - start));
                continue;
            }
            at = end;
            if (tag.group(1).isEmpty() && (close >= 0 || isMeant(name, tag.group(3)))) {
                dropped.add(name);
                unknown.accept(name);
            } else if (!dropped.contains(name)) {
                out.append(tag.group());
            }
        }
        return out.append(body.substring(at)).toString();
    }

    /** Whether it stands in brackets twice, which means itself. */
    private static boolean isEscaped(String body, int from, int start, int end) {
        return start > from && body.charAt(start - 1) == '[' && end < body.length() && body.charAt(end) == ']';
    }

    /** Whether it is no word in brackets; those of an editor, as [re-elected], may have a hyphen. */
    private static boolean isMeant(String name, String attributes) {
        return attributes.contains("=") || attributes.strip().endsWith("/") || name.contains("_");
    }

    /** The characters of a body that are no text of it: its HTML tags, and what is written as it is in pre and code. */
    private static BitSet markup(String body) {
        BitSet markup = new BitSet(body.length());
        Map<String, Integer> lastEnds = new HashMap<>();
        Matcher tag = HTML_TAG.matcher(body);
        int at = 0;
        while (tag.find(at)) {
            at = tag.end();
            String literal = tag.group(1) == null ? "" : tag.group(1).toLowerCase(Locale.ROOT);
            if (!literal.isEmpty()) {
                String close = "</" + literal;
                int last = lastEnds.computeIfAbsent(
                        close, body::lastIndexOf); // or each that is never closed looks to the end
                at = last < at ? at : body.indexOf(close, at);
            }
            markup.set(tag.start(), at);
        }
        return markup;
    }

    private void noteEnds(String body, BitSet markup) {
        ends.clear();
        Matcher end = END.matcher(body);
        while (end.find()) {
            if (markup.get(end.start())) {
                continue;
            }
            ends.computeIfAbsent(end.group(1).toLowerCase(Locale.ROOT), name -> new ArrayDeque<>())
                    .add(end.start());
        }
    }

    /** Where the next tag that ends one of the name is; -1 where there is none. */
    private int close(String name, int from) {
        Deque<Integer> left = ends.getOrDefault(name, new ArrayDeque<>());
        while (!left.isEmpty() && left.getFirst() < from) {
            left.removeFirst();
        }
        return left.isEmpty() ? -1 : left.getFirst();
    }

    private static Map<String, String> attributes(String text) {
        Map<String, String> attributes = new HashMap<>();
        Matcher attribute = ATTRIBUTE.matcher(text);
        while (attribute.find()) {
            Stream.of(2, 3, 4)
                    .map(attribute::group)
                    .filter(value -> value != null)
                    .findFirst()
                    .ifPresent(value -> attributes.put(attribute.group(1).toLowerCase(Locale.ROOT), value));
        }
        return attributes;
    }

    private String known(String name, Map<String, String> attributes, String content) {
        return switch (name) {
            case "caption", "wp_caption" -> captioned(content, attributes.getOrDefault("caption", ""));
            case "gallery" -> gallery(attributes);
            case "embed" -> link(content.isBlank() ? attributes.getOrDefault("src", "") : content);
            default ->
                link(FILES.stream()
                        .map(file -> attributes.getOrDefault(file, ""))
                        .filter(file -> !file.isEmpty())
                        .sorted()
                        .findFirst()
                        .orElse(content));
        };
    }

    /** The picture, with the link around it, and the text behind it as its caption. */
    private static String captioned(String content, String caption) {
        Element inside = Jsoup.parseBodyFragment(content).body();
        Element picture = inside.selectFirst("img");
        if (picture == null) {
            return content;
        }
        Element shown =
                picture.parent() != null && picture.parent().normalName().equals("a") ? picture.parent() : picture;
        shown.remove();
        String text = caption.isEmpty() ? inside.html().strip() : Entities.escape(caption);
        return figure(shown.outerHtml(), text);
    }

    private static String figure(String picture, String caption) {
        return "\n\n<figure>" + picture + (caption.isEmpty() ? "" : "<figcaption>" + caption + "</figcaption>")
                + "</figure>\n\n";
    }

    /**
     * The pictures that are named, or else those that were sent with the post, as WordPress chooses them ("Gallery Shortcode"); so many as are longer
     * than any body, at most.
     */
    private String gallery(Map<String, String> attributes) {
        Set<String> named = ids(attributes.getOrDefault("ids", attributes.getOrDefault("include", "")));
        Set<String> without = ids(attributes.getOrDefault("exclude", ""));
        StringBuilder gallery = new StringBuilder();
        (named.isEmpty()
                        ? attachments.of(attributes.getOrDefault("id", post)).stream()
                                .filter(id -> !without.contains(id))
                        : named.stream())
                .flatMap(id -> attachments.find(id).stream())
                .filter(Attachments.Attachment::isPicture)
                .takeWhile(picture -> gallery.length() <= BodyDraft.MAX_LENGTH)
                .forEach(picture -> gallery.append(figure(
                        "<img src=\"" + Entities.escape(picture.url()) + "\" alt=\"" + Entities.escape(picture.alt())
                                + "\">",
                        Entities.escape(picture.caption()))));
        return gallery.toString();
    }

    private static Set<String> ids(String list) {
        return Stream.of(list.split(",", -1))
                .map(String::strip)
                .filter(id -> !id.isEmpty())
                .collect(Collectors.toCollection(LinkedHashSet::new));
    }

    private static String link(String address) {
        String url = Entities.escape(address.strip());
        return url.isEmpty() ? "" : "\n\n<p><a href=\"" + url + "\">" + url + "</a></p>\n\n";
    }
}
