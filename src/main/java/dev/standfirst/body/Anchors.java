package dev.standfirst.body;

import static java.util.Objects.requireNonNull;
import static java.util.function.Predicate.not;
import static java.util.stream.Collectors.toSet;

import dev.standfirst.shared.text.Slug;
import java.util.HashMap;
import java.util.HashSet;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import java.util.Set;
import java.util.regex.Pattern;
import java.util.stream.Stream;
import org.jsoup.nodes.Element;

/**
 * Names the places of a body that links point at: headings ({@code h-what-we-did}) and footnotes ({@code fn-1}, called from
 * {@code fnref-1}, {@code fnref-1-2}, …).
 *
 * <p>No written id survives, so none can stand in for something of the page's own: ours all hold a hyphen, which no global variable's
 * name can. Links to the written ones are turned to ours. A footnote is a list item that a link points at and that points back at the
 * link, whatever program wrote it.
 */
final class Anchors {

    private static final String HEADING = "h-";
    private static final String NOTE = "fn-";
    private static final Pattern OURS = Pattern.compile("h-[a-z0-9]+(-[a-z0-9]+)*");
    private static final Pattern RESERVED = Pattern.compile("#(h|fn|fnref)-.*", Pattern.DOTALL);

    // What tells the parts of a footnote apart, for style sheets and screen readers: roles of DPUB-ARIA.
    static final String CALL = "doc-noteref";
    static final String RETURN = "doc-backlink";
    static final String NOTES = "doc-endnotes";

    private final Element body;
    /** The addresses of headings now, by those they were written with. */
    private final Map<String, String> renamed = new HashMap<>();

    private final Set<Element> connected = new HashSet<>();

    private Anchors(Element body) {
        this.body = body;
    }

    /** Notes on a copy the written id of an element that a link may point at, until {@link #assign} gives it ours. */
    static void remember(Element copy, Element written) {
        if (copy.nameIs("a") || copy.nameIs("li") || Allowed.isHeading(copy)) {
            String id = id(written);
            Element around = written.parent();
            // Some write the id of a footnote's call on the element that raises it.
            if (id.isEmpty() && copy.nameIs("a") && around != null && around.nameIs("sup")) {
                id = around.id();
            }
            if (!id.isEmpty()) {
                copy.id(id);
            }
        }
    }

    /** Notes the id of an element in a heading that has none itself. */
    static void rememberWithin(Element block, Element written) {
        if (Allowed.isHeading(block) && block.id().isEmpty() && !id(written).isEmpty()) {
            block.id(id(written));
        }
    }

    private static String id(Element written) {
        return written.id().isEmpty() ? written.attr("name") : written.id();
    }

    /** Gives each heading and footnote of a sanitised body its id, and takes every other away. */
    static void assign(Element body) {
        Anchors anchors = new Anchors(body);
        anchors.nameHeadings();
        anchors.nameFootnotes();
        anchors.turnLinks();
    }

    private void nameHeadings() {
        Set<String> taken = new HashSet<>();
        Map<String, Integer> last = new HashMap<>();
        for (Element heading : body.select("h2,h3,h4,h5,h6")) {
            String written = heading.id();
            heading.removeAttr("id");
            if (heading.hasText()) {
                String name = isOurs(written) ? written : HEADING + slug(written, heading.text());
                String unique = name;
                while (!taken.add(unique)) {
                    unique = name + "-" + last.merge(name, 2, (number, start) -> number + 1);
                }
                heading.id(unique);
                renamed.putIfAbsent(hrefTo(written), hrefTo(unique));
                renamed.putIfAbsent(hrefTo(unique), hrefTo(unique));
            }
        }
    }

    private static boolean isOurs(String id) {
        return id.length() <= Slug.MAX_LENGTH && OURS.matcher(id).matches();
    }

    private static String slug(String written, String text) {
        return Stream.of(written, text, "section")
                .map(Slug::from)
                .filter(not(String::isEmpty))
                .findFirst()
                .orElseThrow();
    }

    private void nameFootnotes() {
        Map<String, Element> items = new HashMap<>();
        for (Element item : body.select("li[id]")) {
            items.putIfAbsent(hrefTo(item.id()), item);
        }
        List<Element> links = body.select("a[href^=#]");
        Map<Element, Element> noteOfCall = new LinkedHashMap<>();
        Map<String, Element> calls = new HashMap<>();
        for (Element link : links) {
            Element item = items.get(link.attr("href"));
            if (item != null && !isWithin(item, link)) {
                noteOfCall.put(link, item);
                if (link.hasAttr("id")) {
                    calls.putIfAbsent(hrefTo(link.id()), link);
                }
            }
        }
        Map<Element, Element> callOfReturn = new LinkedHashMap<>();
        for (Element link : links) {
            Element call = calls.get(link.attr("href"));
            if (call != null && !noteOfCall.containsKey(link) && isWithin(requireNonNull(noteOfCall.get(call)), link)) {
                callOfReturn.put(link, call);
            }
        }
        body.select("li[id],a[id]").removeAttr("id");

        Set<Element> notes = callOfReturn.values().stream().map(noteOfCall::get).collect(toSet());
        noteOfCall.values().retainAll(notes);
        Map<Element, Integer> timesCalled = new LinkedHashMap<>();
        noteOfCall.forEach((call, note) -> {
            int time = timesCalled.merge(note, 1, Integer::sum);
            if (time == 1) {
                note.id(NOTE + timesCalled.size());
            }
            String id = note.id().replace("fn", "fnref") + (time == 1 ? "" : "-" + time);
            connect(call, note.id(), CALL).id(id);
        });
        callOfReturn.forEach((back, call) -> connect(back, call.id(), RETURN));

        for (Element section : body.select("section")) {
            if (section.selectFirst("li[id]") != null) {
                section.attr("role", NOTES);
            } else {
                section.unwrap();
            }
        }
    }

    private Element connect(Element link, String id, String role) {
        connected.add(link);
        return link.attr("href", hrefTo(id)).attr("role", role);
    }

    /** Turns links to written ids of headings, and to their slugs. A link to an id of ours that is not there is no link. */
    private void turnLinks() {
        for (Element link : body.select("a[href^=#]")) {
            if (connected.contains(link)) {
                continue;
            }
            String href = link.attr("href");
            String turned = renamed.getOrDefault(href, renamed.get(hrefTo(HEADING + Slug.from(href))));
            if (turned != null) {
                link.attr("href", turned);
            } else if (RESERVED.matcher(href).matches()) {
                link.unwrap();
            }
        }
    }

    /** Tells whether a link calls a footnote or returns from one. */
    static boolean connects(Element link) {
        String role = link.attr("role");
        return role.equals(CALL) || role.equals(RETURN);
    }

    /** Gives the number of a footnote by the id that it has from {@link #assign}. */
    static int noteNumber(String id) {
        return Integer.parseInt(id.substring(NOTE.length()));
    }

    /** Gives the address of an id as links have it by now, white space and quotes encoded. */
    private static String hrefTo(String id) {
        return requireNonNull(Address.ofLink("#" + id));
    }

    private static boolean isWithin(Element outer, Element inner) {
        return inner.parents().contains(outer);
    }
}
