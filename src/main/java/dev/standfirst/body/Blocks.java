package dev.standfirst.body;

import static java.util.Objects.requireNonNull;

import dev.standfirst.body.Block.Alignment;
import dev.standfirst.body.Block.CaptionBlock;
import dev.standfirst.body.Block.CodeBlock;
import dev.standfirst.body.Block.DetailsBlock;
import dev.standfirst.body.Block.DividerBlock;
import dev.standfirst.body.Block.EmbedBlock;
import dev.standfirst.body.Block.FigureBlock;
import dev.standfirst.body.Block.FootnoteBlock;
import dev.standfirst.body.Block.HeadingBlock;
import dev.standfirst.body.Block.ImageBlock;
import dev.standfirst.body.Block.ListBlock;
import dev.standfirst.body.Block.ListItem;
import dev.standfirst.body.Block.ListStyle;
import dev.standfirst.body.Block.ParagraphBlock;
import dev.standfirst.body.Block.QuoteBlock;
import dev.standfirst.body.Block.TableBlock;
import dev.standfirst.body.Block.TableCell;
import dev.standfirst.body.Block.TableRow;
import dev.standfirst.body.Inline.BreakInline;
import dev.standfirst.body.Inline.ImageInline;
import dev.standfirst.body.Inline.Link;
import dev.standfirst.body.Inline.LinkInline;
import dev.standfirst.body.Inline.TextInline;
import java.util.ArrayList;
import java.util.List;
import java.util.Locale;
import org.jsoup.nodes.Element;
import org.jsoup.nodes.Node;
import org.jspecify.annotations.Nullable;

/** Reads a sanitised tree as blocks; the depth of the tree bounds the recursion. */
final class Blocks {

    /** What browsers take. */
    private static final int MAX_COLSPAN = 1000;

    private final Pieces.Budget budget = new Pieces.Budget();

    private Blocks() {}

    static List<Block> of(Element body) {
        return new Blocks().within(body, Style.PLAIN);
    }

    /** Reads what is in an element: blocks, and as paragraphs the words between them. */
    private List<Block> within(Element parent, Style around) {
        Style style = around.within(parent);
        List<Block> blocks = new ArrayList<>();
        List<Node> loose = new ArrayList<>();
        for (Node node : parent.childNodes()) {
            if (!Allowed.isBlock(node)) {
                loose.add(node);
                continue;
            }
            addLoose(blocks, parent, loose, style);
            loose.clear();
            add(blocks, (Element) node, style);
        }
        addLoose(blocks, parent, loose, style);
        return blocks;
    }

    private void addLoose(List<Block> blocks, Element parent, List<Node> loose, Style style) {
        EmbedBlock embed = parent.nameIs("figure") && loose.size() == 1 ? embed(loose.get(0)) : null;
        if (embed != null) {
            blocks.add(embed);
        } else {
            addParagraph(blocks, loose, style);
        }
    }

    /** Reads a link that is all of a figure: it was made of an element that shows another page, or plays a file. */
    private static @Nullable EmbedBlock embed(Node node) {
        if (!(node instanceof Element link) || !link.nameIs("a") || link.selectFirst("img,br") != null) {
            return null;
        }
        String url = link.attr("href");
        if (url.startsWith("#") || Address.ofImage(url) == null) {
            return null;
        }
        String words = PlainText.line(link);
        return new EmbedBlock(url, words.equals(url) ? null : words, Address.host(url));
    }

    private void addParagraph(List<Block> blocks, List<Node> nodes, Style style) {
        List<Inline> content = pieces(nodes, style.withoutDirection());
        List<ImageBlock> pictures = new ArrayList<>();
        if (arePictures(content, null, pictures)) {
            blocks.addAll(pictures);
        } else if (!content.isEmpty()) {
            blocks.add(new ParagraphBlock(style.direction(), content));
        }
    }

    /** Collects pictures with their links; returns whether there is nothing else. */
    private static boolean arePictures(List<Inline> content, @Nullable Link link, List<ImageBlock> pictures) {
        boolean only = true;
        for (Inline piece : content) {
            if (piece instanceof ImageInline image) {
                pictures.add(
                        new ImageBlock(image.url(), image.alt(), image.title(), image.width(), image.height(), link));
            } else if (piece instanceof LinkInline linked) {
                // A link around several would stand at each of them, and could be long.
                only &= linked.content().size() == 1 && arePictures(linked.content(), linked.link(), pictures);
            } else {
                only &= piece instanceof BreakInline
                        || (piece instanceof TextInline words && words.text().equals(" "));
            }
        }
        return only && !pictures.isEmpty();
    }

    private List<Inline> pieces(Element parent, Style around) {
        return pieces(parent.childNodes(), around.within(parent));
    }

    private List<Inline> pieces(List<Node> nodes, Style style) {
        Pieces pieces = new Pieces(budget);
        nodes.forEach(node -> pieces.add(node, style));
        return pieces.all();
    }

    private void add(List<Block> blocks, Element element, Style around) {
        switch (element.normalName()) {
            case "p" -> addParagraph(blocks, element.childNodes(), around.within(element));
            case "h2", "h3", "h4", "h5", "h6" -> blocks.add(heading(element, around.within(element)));
            case "hr" -> blocks.add(new DividerBlock());
            case "pre" -> blocks.add(code(element));
            case "blockquote" -> blocks.add(new QuoteBlock(attribute(element, "cite"), within(element, around)));
            case "section" -> blocks.addAll(within(element, around));
            case "ul", "ol" -> addList(blocks, element, around.within(element));
            case "dl" ->
                blocks.add(new ListBlock(ListStyle.DESCRIPTION, descriptions(element, around.within(element))));
            case "table" -> blocks.add(table(element, around));
            case "details" -> blocks.add(new DetailsBlock(part(element, "summary", around), within(element, around)));
            case "figure" -> addFigure(blocks, within(element, around));
            case "figcaption" -> addCaption(blocks, element, around.within(element));
            default -> {} // A summary belongs to the details around it.
        }
    }

    /** A figure of one part, without a caption, is that part. */
    private static void addFigure(List<Block> blocks, List<Block> parts) {
        if (parts.size() == 1 && !(parts.get(0) instanceof CaptionBlock)) {
            blocks.addAll(parts);
        } else if (!parts.isEmpty()) {
            blocks.add(new FigureBlock(parts));
        }
    }

    private void addCaption(List<Block> blocks, Element caption, Style style) {
        List<Inline> content = pieces(caption.childNodes(), style.withoutDirection());
        if (!content.isEmpty()) {
            blocks.add(new CaptionBlock(style.direction(), content));
        }
    }

    private HeadingBlock heading(Element heading, Style style) {
        return new HeadingBlock(
                heading.normalName().charAt(1) - '0',
                attribute(heading, "id"),
                style.direction(),
                pieces(heading.childNodes(), style.withoutDirection()));
    }

    private static CodeBlock code(Element pre) {
        Element code = requireNonNull(pre.firstElementChild());
        String language = attribute(code, "class");
        String text = code.wholeText();
        return new CodeBlock(
                language == null ? null : language.substring("language-".length()),
                text.endsWith("\n") ? text.substring(0, text.length() - 1) : text);
    }

    /** The words of the first child of an element, where it is of that name. */
    private @Nullable List<Inline> part(Element element, String name, Style around) {
        Element first = element.firstElementChild();
        return first != null && first.nameIs(name) ? pieces(first, around.within(element)) : null;
    }

    /** A list of nothing but footnotes is that many footnotes; one among other items stays in its item. */
    private void addList(List<Block> blocks, Element list, Style style) {
        List<Element> items = list.children();
        if (items.stream().allMatch(Blocks::isNote)) {
            items.forEach(item -> blocks.add(footnote(item, style)));
            return;
        }
        boolean numbered = list.nameIs("ol");
        int step = list.hasAttr("reversed") ? -1 : 1;
        int next = number(list, "start", step < 0 ? items.size() : 1);
        List<ListItem> read = new ArrayList<>();
        for (Element item : items) {
            int number = number(item, "value", next);
            next = number + step;
            List<Block> inner = isNote(item) ? List.of(footnote(item, style)) : within(item, style);
            read.add(new ListItem(numbered ? number : null, null, inner));
        }
        blocks.add(new ListBlock(numbered ? ListStyle.NUMBER : ListStyle.BULLET, read));
    }

    private static boolean isNote(Element item) {
        return item.hasAttr("id");
    }

    private FootnoteBlock footnote(Element item, Style around) {
        return new FootnoteBlock(item.id(), Anchors.noteNumber(item.id()), within(item, around));
    }

    private List<ListItem> descriptions(Element list, Style style) {
        List<ListItem> items = new ArrayList<>();
        List<Inline> term = null;
        for (Element part : list.children()) {
            if (part.nameIs("dd")) {
                items.add(new ListItem(null, term, within(part, style)));
                term = null;
                continue;
            }
            if (term != null) {
                items.add(new ListItem(null, term, List.of()));
            }
            term = pieces(part, style);
        }
        if (term != null) {
            items.add(new ListItem(null, term, List.of()));
        }
        return items;
    }

    private TableBlock table(Element table, Style around) {
        Style style = around.within(table);
        List<TableRow> rows = new ArrayList<>();
        for (Element group : table.children()) {
            if (!group.nameIs("caption")) {
                addRows(rows, group, style.within(group));
            }
        }
        return new TableBlock(part(table, "caption", around), rows);
    }

    private void addRows(List<TableRow> rows, Element group, Style style) {
        int left = group.childrenSize();
        for (Element row : group.children()) {
            List<TableCell> cells = new ArrayList<>();
            for (Element cell : row.children()) {
                cells.add(cell(cell, left, style.within(row)));
            }
            rows.add(new TableRow(group.nameIs("thead"), cells));
            left--;
        }
    }

    /** Reads a cell; none spans rows that are not there, and 0 means all that are left. */
    private TableCell cell(Element cell, int rowsLeft, Style style) {
        String alignment = attribute(cell, "align");
        int rowspan = number(cell, "rowspan", 1);
        return new TableCell(
                cell.nameIs("th"),
                alignment == null ? null : Alignment.valueOf(alignment.toUpperCase(Locale.ROOT)),
                Math.max(1, Math.min(number(cell, "colspan", 1), MAX_COLSPAN)),
                rowspan == 0 ? rowsLeft : Math.min(rowspan, rowsLeft),
                within(cell, style));
    }

    static @Nullable String attribute(Element element, String name) {
        return element.hasAttr(name) ? element.attr(name) : null;
    }

    private static int number(Element element, String name, int otherwise) {
        return element.hasAttr(name) ? Integer.parseInt(element.attr(name)) : otherwise;
    }
}
