package dev.standfirst.body;

import static java.util.Objects.requireNonNull;

import dev.standfirst.body.Allowed.Content;
import java.util.ArrayDeque;
import java.util.ArrayList;
import java.util.Deque;
import java.util.List;
import java.util.Set;
import java.util.regex.Pattern;
import org.jsoup.nodes.Element;
import org.jsoup.nodes.Node;
import org.jsoup.nodes.TextNode;
import org.jsoup.select.NodeFilter;
import org.jspecify.annotations.Nullable;

/**
 * Builds a safe tree from an HTML source, for every format.
 *
 * <p>Nothing is taken over: each element is made anew from {@link Allowed}, and the tree has one regular form, in which blocks hold
 * either blocks or words, marks lie inside blocks only and never twice, and white space is collapsed. HTML in that form means the same
 * to every parser, so no second reading can turn text into markup, and printing, parsing and sanitising it again changes nothing.
 */
final class Sanitiser implements NodeFilter {

    /** The deepest nesting of blocks; what is deeper loses its own nesting, not its words. */
    static final int MAX_DEPTH = 24;

    /** The deepest nesting of marks. With four levels for a table within a table, all stays below {@link Html#MAX_DEPTH}. */
    private static final int MAX_MARKS = 20;

    private static final Pattern SPACES = Pattern.compile("[ \\t\\n\\r\\f]+");

    /** A table keeps its shape: cells that hold nothing stay. */
    private static final Set<String> CELLS = Set.of("td", "th");

    private static final Set<String> ONLY_FIRST = Set.of("caption", "summary");

    private final Deque<Frame> frames = new ArrayDeque<>();
    private final List<Element> marks = new ArrayList<>();

    /** The block being filled, and how deep it lies. */
    private Element block;

    private int depth;

    /** The paragraph that words belong to here, not yet in the tree; null where none was written. */
    private @Nullable Element paragraph;

    /** The element that takes words now, null between blocks. */
    private @Nullable Element run;

    /** The marks in {@link #run} that take words now: the first of {@link #marks}, or copies. */
    private final List<Element> open = new ArrayList<>();

    /** So many characters of attributes may be repeated where marks go on in another block. */
    private int repeatable = 500_000;

    /** The list or table to return to after the run, when words were found between its parts. */
    private @Nullable Element home;

    /** White space not yet written: it is only where more words follow. */
    private boolean space;

    private int lineBreaks;

    /** What to return to at the end of an element. */
    private record Frame(
            boolean ofBlock,
            Element block,
            int depth,
            @Nullable Element paragraph,
            int marks) {}

    private Sanitiser(Element body) {
        this.block = body;
    }

    /** Gives the body of a new document with what is allowed of the source. */
    static Element sanitise(String html) {
        Element body = Html.emptyBody();
        Html.parse(html).filter(new Sanitiser(body));
        Anchors.assign(body);
        return body;
    }

    @Override
    public FilterResult head(Node node, int level) {
        if (node instanceof TextNode text) {
            words(Characters.legal(text.getWholeText()));
        }
        return node instanceof Element element && !enter(element) ? FilterResult.SKIP_ENTIRELY : FilterResult.CONTINUE;
    }

    @Override
    public FilterResult tail(Node node, int level) {
        if (node instanceof Element) {
            leave();
        }
        return FilterResult.CONTINUE;
    }

    /** Enters an element; returns whether to read what is in it, and leave it then. */
    private boolean enter(Element written) {
        String name = Allowed.SYNONYMS.getOrDefault(written.normalName(), written.normalName());
        return switch (name) {
            case "br" -> lineBreak();
            case "img" -> picture(written);
            case "hr" -> rule();
            case "pre" -> code(written);
            case "audio", "embed", "iframe", "object", "video" -> !embed(written) && mark(name, written);
            default -> {
                boolean separates =
                        Allowed.BLOCKS.containsKey(name) || (written.isBlock() && !Allowed.MARKS.contains(name));
                yield !Allowed.DROPPED.contains(name) && (separates ? block(name, written) : mark(name, written));
            }
        };
    }

    private void leave() {
        Frame frame = frames.pop();
        marks.subList(frame.marks, marks.size()).clear();
        closeMarks();
        if (!frame.ofBlock) {
            return;
        }
        if (block.equals(frame.block)) {
            pause();
        } else {
            endRun();
        }
        while (!block.equals(frame.block) && block.childNodeSize() == 0 && !CELLS.contains(block.normalName())) {
            Element empty = block;
            block = requireNonNull(empty.parent());
            empty.remove();
        }
        block = frame.block;
        depth = frame.depth;
        paragraph = frame.paragraph;
    }

    /** Enters a block, or an element that separates words as a block does. */
    private boolean block(String name, Element written) {
        pause();
        Set<String> parents = Allowed.PARENTS.getOrDefault(name, Set.of());
        boolean part =
                parents.contains(block.normalName()) && !(ONLY_FIRST.contains(name) && block.childNodeSize() > 0);
        frames.push(new Frame(true, block, depth, paragraph, marks.size()));
        block = part ? block : outOfTable();
        boolean nests = parents.isEmpty() && !Allowed.HEADINGS.contains(name);
        if (Allowed.content(block) == Content.PHRASING) {
            return true;
        } else if (name.equals("p")) {
            paragraph = Allowed.copy("p", written);
        } else if (Allowed.BLOCKS.containsKey(name) && (part || parents.isEmpty()) && !(nests && depth == MAX_DEPTH)) {
            Element opened = Allowed.copy(name, written);
            Anchors.remember(opened, written);
            if (!part) {
                append(opened);
            } else {
                block.appendChild(opened);
            }
            block = opened;
            depth += nests ? 1 : 0;
            paragraph = null;
        }
        return true;
    }

    /** Enters a mark, or an element that means nothing here but whose content does. */
    private boolean mark(String name, Element written) {
        frames.push(new Frame(false, block, depth, paragraph, marks.size()));
        Anchors.rememberWithin(block, written);
        if (Allowed.MARKS.contains(name) && marks.size() < MAX_MARKS) {
            Element mark = Allowed.copy(name, written);
            boolean means = switch (name) {
                case "a" -> mark.hasAttr("href") && !isMarked(name);
                case "span" -> !mark.attributes().isEmpty();
                default -> !isMarked(name);
            };
            if (means) {
                Anchors.remember(mark, written);
                marks.add(mark);
            }
        }
        return true;
    }

    private boolean isMarked(String name) {
        return marks.stream().anyMatch(mark -> mark.nameIs(name));
    }

    private void words(String text) {
        String collapsed = SPACES.matcher(text).replaceAll(" ");
        int start = collapsed.startsWith(" ") ? 1 : 0;
        int end = collapsed.endsWith(" ") ? collapsed.length() - 1 : collapsed.length();
        if (start == 1) {
            space();
        }
        if (start < end) {
            put(new TextNode(collapsed.substring(start, end)));
        }
        if (end < collapsed.length()) {
            space();
        }
    }

    private void space() {
        space |= run != null && lineBreaks == 0;
    }

    private boolean lineBreak() {
        if (run != null) {
            lineBreaks++;
            space = false;
        }
        return false;
    }

    private boolean picture(Element written) {
        Element picture = Allowed.copy("img", written);
        if (picture.hasAttr("src")) {
            put(picture);
        }
        return false;
    }

    private boolean rule() {
        pause();
        if (takesBlocks()) {
            append(new Element("hr"));
        }
        return false;
    }

    /** Takes the text of a code block as it stands, whatever is marked in it. */
    private boolean code(Element written) {
        pause();
        String text =
                Characters.legal(written.wholeText()).replace("\r\n", "\n").replace('\r', '\n');
        if (!takesBlocks()) {
            words(text);
            pause();
        } else if (!text.isBlank()) {
            Element code = new Element("code").text(text);
            append(new Element("pre")).appendChild(code);
            Element inner = written.selectFirst("code");
            String language =
                    Allowed.languageClass(written.className() + " " + (inner == null ? "" : inner.className()));
            if (language != null) {
                code.attr("class", language);
            }
        }
        return false;
    }

    /** Turns what shows another page or plays a file into a link to it; returns whether there is nothing else to read in it. */
    private boolean embed(Element written) {
        String own = written.attr(written.nameIs("object") ? "data" : "src");
        String address =
                Address.ofImage(own.isEmpty() ? written.select("source[src]").attr("src") : own);
        if (address == null) {
            return written.nameIs("iframe");
        }
        String title = Characters.legal(written.attr("title"));
        String text = title.isBlank() ? address : title;
        Element link = new Element("a").attr("href", address);
        if (run == null && marks.isEmpty() && takesBlocks() && !block.nameIs("figure") && depth < MAX_DEPTH) {
            append(new Element("figure")).appendChild(link.text(text));
            return true;
        }
        space();
        if (!isMarked("a")) {
            marks.add(link);
        }
        words(text);
        marks.remove(link);
        closeMarks();
        space();
        return true;
    }

    /** Puts words or a picture where they belong, opening what they need. */
    private void put(Node content) {
        if (run == null) {
            run = startRun();
        }
        Element into = open.isEmpty() ? run : open.get(open.size() - 1);
        for (; lineBreaks > 0; lineBreaks--) {
            into.appendChild(new Element("br"));
        }
        if (space) {
            into.appendChild(new TextNode(" "));
            space = false;
        }
        for (Element mark : marks.subList(open.size(), marks.size())) {
            into = opened(mark, into);
            open.add(into);
        }
        into.appendChild(content);
    }

    /** Opens a mark, or where it goes on from an earlier block, a copy; beyond the budget the words go on without it. */
    private Element opened(Element mark, Element into) {
        Element opened = mark;
        if (mark.parent() != null) {
            int length = mark.attributes().asList().stream()
                    .mapToInt(attribute -> attribute.getValue().length())
                    .sum();
            if (length > repeatable) {
                return into;
            }
            repeatable -= length;
            opened = mark.shallowClone();
        }
        into.appendChild(opened);
        return opened;
    }

    private Element startRun() {
        Content content = Allowed.content(block);
        if (content == Content.LIST || content == Content.TABLE) {
            home = block;
            block = content == Content.LIST ? item() : outOfTable();
        }
        Node last = block.lastChild();
        boolean loose = switch (Allowed.content(block)) {
            case PHRASING -> true;
            case EITHER -> paragraph == null && (last == null || Allowed.isBlock(last));
            default -> false;
        };
        return loose ? block : append(paragraph == null ? new Element("p") : paragraph.clone());
    }

    /** Ends the run, or in a block that holds but one, separates the words. */
    private void pause() {
        if (Allowed.content(block) == Content.PHRASING) {
            space();
        } else {
            endRun();
        }
    }

    private void endRun() {
        run = null;
        open.clear();
        space = false;
        lineBreaks = 0;
        if (home != null) {
            block = home;
            home = null;
        }
    }

    private void closeMarks() {
        if (open.size() > marks.size()) {
            open.subList(marks.size(), open.size()).clear();
        }
    }

    private boolean takesBlocks() {
        return Allowed.content(block) != Content.PHRASING;
    }

    /** Appends a block; what is no item of a list goes into its last item, or a new one. */
    private Element append(Element added) {
        Element into = Allowed.content(block) == Content.LIST ? item() : outOfTable();
        into.appendChild(added);
        return added;
    }

    /** The block to fill, or when that is the frame of a table, the one around it: what is no part of a table follows it. */
    private Element outOfTable() {
        Element around = block;
        while (Allowed.content(around) == Content.TABLE) {
            around = requireNonNull(around.parent());
        }
        return around;
    }

    private Element item() {
        Element last = block.lastElementChild();
        String name = block.nameIs("dl") ? "dd" : "li";
        return last != null && last.nameIs(name) ? last : requireNonNull(block.appendElement(name));
    }
}
