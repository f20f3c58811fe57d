package dev.standfirst.transfer.wordpress;

import java.util.ArrayList;
import java.util.List;
import java.util.Map;
import java.util.function.UnaryOperator;
import java.util.stream.Stream;

/** An element of XML with all that is in it. Its name has the prefix that the file has, as {@code wp:author}. */
final class Element {
    private final String name;
    private final Map<String, String> attributes;
    private final long line;
    private final StringBuilder text = new StringBuilder();
    private final List<Element> children = new ArrayList<>();

    Element(String name, Map<String, String> attributes, long line) {
        this.name = name;
        this.attributes = attributes;
        this.line = line;
    }

    String name() {
        return name;
    }

    /** The line of the file on which it begins, from 1. */
    long line() {
        return line;
    }

    void add(Element child) {
        children.add(child);
    }

    void add(String more) {
        text.append(more);
    }

    /** Reads its text in another way. */
    void readAgain(UnaryOperator<String> reading) {
        String before = text();
        String after = reading.apply(before);
        if (!after.equals(before)) {
            text.setLength(0);
            text.append(after);
        }
    }

    String text() {
        return text.toString();
    }

    /** The value of an attribute; empty where there is none. */
    String attribute(String attribute) {
        return attributes.getOrDefault(attribute, "");
    }

    Stream<Element> all(String child) {
        return children.stream().filter(element -> element.name.equals(child));
    }

    /** The text of the first child of a name; empty where there is none. */
    String text(String child) {
        return all(child).findFirst().map(Element::text).orElse("");
    }

    /** The value of a custom field (wp:postmeta); empty where there is none. */
    String meta(String key) {
        return metas(key).findFirst().orElse("");
    }

    /** The values of a custom field. */
    Stream<String> metas(String key) {
        return all("wp:postmeta")
                .filter(meta -> meta.text("wp:meta_key").equals(key))
                .map(meta -> meta.text("wp:meta_value"));
    }
}
