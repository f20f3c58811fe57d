package dev.standfirst.body;

import java.util.HashMap;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import org.jsoup.nodes.Element;
import org.jspecify.annotations.Nullable;

/** Reads headings, and links with the headings they stand under, off a sanitised body. */
final class Outline {

    private Outline() {}

    /** Lists the headings that have words. */
    static List<Heading> of(Element body) {
        return body.getAllElements().stream()
                .filter(element -> Allowed.isHeading(element) && element.hasText())
                .map(heading ->
                        new Heading(heading.normalName().charAt(1) - '0', PlainText.line(heading), heading.id()))
                .toList();
    }

    /** Lists the outbound links, each URL once. */
    static List<Source> sources(Element body) {
        Map<String, Source> sources = new LinkedHashMap<>();
        Map<String, @Nullable String> calledUnder = new HashMap<>();
        String heading = null;
        for (Element element : body.getAllElements()) {
            if (Allowed.isHeading(element) && element.hasText()) {
                heading = PlainText.line(element);
            } else if (element.nameIs("li") && element.hasAttr("id")) {
                heading = calledUnder.get("#" + element.id());
            } else if (element.nameIs("a")) {
                String url = element.attr("href");
                String host = Address.host(url);
                if (host != null) {
                    sources.putIfAbsent(url, new Source(url, words(element, host), host, heading));
                } else if (element.attr("role").equals(Anchors.CALL)) {
                    calledUnder.putIfAbsent(url, heading);
                }
            }
        }
        return List.copyOf(sources.values());
    }

    private static String words(Element link, String host) {
        String text = PlainText.line(link);
        Element picture = text.isEmpty() ? link.selectFirst("img[alt]") : null;
        String words = picture == null ? text : picture.attr("alt").strip();
        return words.isEmpty() ? host : words;
    }
}
