package dev.standfirst.body;

import static java.util.stream.Collectors.toSet;
import static org.assertj.core.api.Assertions.assertThat;

import com.fasterxml.jackson.databind.JsonNode;
import com.fasterxml.jackson.databind.ObjectMapper;
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
import dev.standfirst.body.Inline.Direction;
import dev.standfirst.body.Inline.FootnoteCallInline;
import dev.standfirst.body.Inline.ImageInline;
import dev.standfirst.body.Inline.Link;
import dev.standfirst.body.Inline.LinkInline;
import dev.standfirst.body.Inline.LinkRelation;
import dev.standfirst.body.Inline.Mark;
import dev.standfirst.body.Inline.TextInline;
import java.io.IOException;
import java.io.UncheckedIOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.List;
import java.util.Set;
import java.util.stream.Stream;
import org.jsoup.nodes.Element;
import org.jspecify.annotations.Nullable;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;
import org.junit.jupiter.params.provider.MethodSource;

class BlocksTest {

    @Test
    void words_that_look_the_same_are_one_piece_however_their_marks_are_nested() {
        assertThat(html("a <b>b <i>c</i></b><em><strong>d</strong></em> <span>e</span> <time>f</time>"))
                .containsExactly(paragraph(
                        words("a "), words("b ", Mark.STRONG), words("cd", Mark.STRONG, Mark.EMPHASIS), words(" e f")));
    }

    @ParameterizedTest
    @CsvSource({
        "b, STRONG",
        "i, EMPHASIS",
        "mark, HIGHLIGHTED",
        "u, UNDERLINED",
        "small, SMALL",
        "sub, SUBSCRIPT",
        "sup, SUPERSCRIPT",
        "ins, INSERTED",
        "s, DELETED",
        "q, QUOTED",
        "cite, WORK",
        "dfn, TERM",
        "code, CODE",
        "kbd, KEYBOARD",
        "samp, SAMPLE",
        "var, VARIABLE"
    })
    void every_mark_has_its_name(String element, Mark mark) {
        assertThat(html("<%1$s>a</%1$s>".formatted(element))).containsExactly(paragraph(words("a", mark)));
    }

    @Test
    void a_link_holds_its_words_and_says_what_it_says_of_its_target() {
        assertThat(markdown("See [the *report*](https://a.example \"A title\") or [below](#fog).\n\n## Fog"))
                .containsExactly(
                        paragraph(
                                words("See "),
                                new LinkInline(
                                        new Link("https://a.example", "A title", null),
                                        List.of(words("the "), words("report", Mark.EMPHASIS))),
                                words(" or "),
                                link("#h-fog", words("below")),
                                words(".")),
                        new HeadingBlock(2, "h-fog", null, List.of(words("Fog"))));
        assertThat(html("<b>a <a href=/b rel='ugc nofollow'>b</a></b>"))
                .containsExactly(paragraph(
                        words("a ", Mark.STRONG),
                        new LinkInline(
                                new Link("/b", null, List.of(LinkRelation.NOFOLLOW, LinkRelation.UGC)),
                                List.of(words("b", Mark.STRONG)))));
    }

    @Test
    void an_abbreviation_says_once_what_it_stands_for() {
        assertThat(html("<abbr title=A><b>a</b>b</abbr><abbr title=A>c</abbr> <abbr>d</abbr>"))
                .containsExactly(paragraph(
                        new TextInline("a", List.of(Mark.STRONG), "A", null, null),
                        words("b"),
                        new TextInline("c", List.of(), "A", null, null),
                        words(" d")));
    }

    @Test
    void language_and_direction_are_said_of_words_and_blocks() {
        assertThat(
                        html(
                                "<blockquote lang=ar dir=rtl><p>a <b>b</b><p dir=ltr lang=en>c</blockquote><p>d <span lang=he dir=rtl>e</span>"))
                .containsExactly(
                        new QuoteBlock(
                                null,
                                List.of(
                                        new ParagraphBlock(
                                                Direction.RTL,
                                                List.of(
                                                        new TextInline("a ", List.of(), null, "ar", null),
                                                        new TextInline("b", List.of(Mark.STRONG), null, "ar", null))),
                                        new ParagraphBlock(
                                                Direction.LTR,
                                                List.of(new TextInline("c", List.of(), null, "en", null))))),
                        paragraph(words("d "), new TextInline("e", List.of(), null, "he", Direction.RTL)));
    }

    @Test
    void lists_nest_and_each_item_of_a_numbered_one_has_its_number() {
        assertThat(markdown("3. a\n   - b\n\n     c\n4. d"))
                .containsExactly(new ListBlock(
                        ListStyle.NUMBER,
                        List.of(
                                item(
                                        3,
                                        paragraph(words("a")),
                                        new ListBlock(
                                                ListStyle.BULLET,
                                                List.of(item(null, paragraph(words("b")), paragraph(words("c")))))),
                                item(4, paragraph(words("d"))))));
        assertThat(numbers("<ol reversed><li>a<li>b<li value=7>c<li>d</ol>")).containsExactly(4, 3, 7, 6);
        assertThat(numbers("<ol start=-1><li>a<li>b</ol>")).containsExactly(-1, 0);
        assertThat(numbers("<ul><li value=7>a</ul>")).containsExactly((Integer) null);
    }

    @Test
    void descriptions_have_terms() {
        assertThat(html("<dl><dt>a<dt>b<dd>c<dd>d<dt>e</dl>"))
                .containsExactly(new ListBlock(
                        ListStyle.DESCRIPTION,
                        List.of(
                                new ListItem(null, List.of(words("a")), List.of()),
                                new ListItem(null, List.of(words("b")), List.of(paragraph(words("c")))),
                                item(null, paragraph(words("d"))),
                                new ListItem(null, List.of(words("e")), List.of()))));
    }

    @Test
    void a_table_has_header_cells_alignment_and_spans_that_end_within_it() {
        assertThat(markdown("|a|b|\n|:-:|--:|\n|*c*|"))
                .containsExactly(new TableBlock(
                        null,
                        List.of(
                                new TableRow(
                                        true,
                                        List.of(
                                                cell(true, Alignment.CENTER, 1, 1, words("a")),
                                                cell(true, Alignment.RIGHT, 1, 1, words("b")))),
                                new TableRow(
                                        false,
                                        List.of(
                                                cell(false, Alignment.CENTER, 1, 1, words("c", Mark.EMPHASIS)),
                                                cell(false, Alignment.RIGHT, 1, 1))))));
        assertThat(
                        html(
                                "<table><caption>a</caption><tr><th rowspan=0>b<td colspan=99999 rowspan=7>c<td colspan=0>d<tr><td>e</table>"))
                .containsExactly(new TableBlock(
                        List.of(words("a")),
                        List.of(
                                new TableRow(
                                        false,
                                        List.of(
                                                cell(true, null, 1, 2, words("b")),
                                                cell(false, null, 1000, 2, words("c")),
                                                cell(false, null, 1, 1, words("d")))),
                                new TableRow(false, List.of(cell(false, null, 1, 1, words("e")))))));
    }

    @Test
    void code_keeps_its_lines_and_tells_its_language() {
        assertThat(markdown("```js run\n  a\n\nb\n```\n\n    c"))
                .containsExactly(new CodeBlock("js", "  a\n\nb"), new CodeBlock(null, "c"));
    }

    @Test
    void quotes_dividers_and_details_hold_what_they_hold() {
        assertThat(html("<blockquote cite=/a>a<hr>b</blockquote><details><summary>c <b>d</b></summary>e</details>"))
                .containsExactly(
                        new QuoteBlock("/a", List.of(paragraph(words("a")), new DividerBlock(), paragraph(words("b")))),
                        new DetailsBlock(
                                List.of(words("c "), words("d", Mark.STRONG)), List.of(paragraph(words("e")))));
    }

    @Test
    void a_picture_alone_is_a_block_and_one_among_words_is_a_piece() {
        ImageBlock picture = new ImageBlock("/a.jpg", "A", "T", null, null, null);
        assertThat(markdown("![A](/a.jpg \"T\")")).containsExactly(picture);
        assertThat(html("<figure><img src=/a.jpg alt=A title=T></figure>")).containsExactly(picture);
        assertThat(html("<p><a href=/b><img src=/a.jpg alt='' width=3 height=2></a> <br><img src=/c.jpg></p>"))
                .containsExactly(
                        new ImageBlock("/a.jpg", "", null, 3, 2, new Link("/b", null, null)),
                        new ImageBlock("/c.jpg", null, null, null, null, null));
        assertThat(markdown("a ![A](/a.jpg)\\\nb"))
                .containsExactly(paragraph(
                        words("a "), new ImageInline("/a.jpg", "A", null, null, null), new BreakInline(), words("b")));
    }

    @Test
    void a_figure_with_a_caption_keeps_its_parts_in_order() {
        assertThat(html("<figure><figcaption>a <i>b</i></figcaption><img src=/c.jpg></figure>"))
                .containsExactly(new FigureBlock(List.of(
                        new CaptionBlock(null, List.of(words("a "), words("b", Mark.EMPHASIS))),
                        new ImageBlock("/c.jpg", null, null, null, null, null))));
    }

    @Test
    void what_shows_another_page_is_an_embed_and_among_words_a_link() {
        assertThat(html("<iframe src='//Video.example/1' title='A film'></iframe><video src=/a.mp4></video>"))
                .containsExactly(
                        new EmbedBlock("https://Video.example/1", "A film", "video.example"),
                        new EmbedBlock("/a.mp4", null, null));
        assertThat(html("<figure><iframe src='https://a.example'></iframe><figcaption>b</figcaption></figure>"))
                .containsExactly(new FigureBlock(List.of(
                        new EmbedBlock("https://a.example", null, "a.example"),
                        new CaptionBlock(null, List.of(words("b"))))));
        assertThat(html("<p>a <iframe src='https://a.example' title=b></iframe>"))
                .containsExactly(paragraph(words("a "), link("https://a.example", words("b"))));
    }

    @Test
    void a_footnote_is_a_block_that_its_calls_name_and_its_ways_back_are_left_out() {
        assertThat(markdown("a[^x] b[^y] c[^x]\n\n[^x]: One.\n[^y]: *Two.*\n\n    - three"))
                .containsExactly(
                        paragraph(
                                words("a"),
                                new FootnoteCallInline("fn-1", 1),
                                words(" b"),
                                new FootnoteCallInline("fn-2", 2),
                                words(" c"),
                                new FootnoteCallInline("fn-1", 1)),
                        new FootnoteBlock("fn-1", 1, List.of(paragraph(words("One.")))),
                        new FootnoteBlock(
                                "fn-2",
                                2,
                                List.of(
                                        paragraph(words("Two.", Mark.EMPHASIS)),
                                        new ListBlock(
                                                ListStyle.BULLET, List.of(item(null, paragraph(words("three"))))))));
        assertThat(html("a<a id=c href=#n>1</a><ol><li id=n><a href=#c>^</a> note<li>item</ol>"))
                .containsExactly(
                        paragraph(words("a"), new FootnoteCallInline("fn-1", 1)),
                        new ListBlock(
                                ListStyle.NUMBER,
                                List.of(
                                        item(1, new FootnoteBlock("fn-1", 1, List.of(paragraph(words("note"))))),
                                        item(2, paragraph(words("item"))))));
    }

    @Test
    void readings_beside_ideographs_are_left_out() {
        assertThat(html("<ruby>漢<rp>(</rp><rt>kan</rt><rp>)</rp></ruby>字")).containsExactly(paragraph(words("漢字")));
    }

    @Test
    void the_text_of_blocks_is_that_of_the_body_and_no_link_or_picture_is_missing_in_the_demonstration_stories()
            throws IOException {
        List<String> stories;
        try (Stream<Path> files = Files.list(Path.of("src/main/resources/demo/stories"))) {
            stories = files.map(BlocksTest::read).toList();
        }
        assertThat(stories).hasSize(20).allSatisfy(story -> assertComplete(BodyFormat.MARKDOWN, story));
    }

    @ParameterizedTest
    @MethodSource("dev.standfirst.body.CrossSiteScriptingTest#vectors")
    void the_text_of_blocks_is_that_of_the_body_and_no_link_or_picture_is_missing_in_vectors(String vector) {
        for (BodyFormat format : BodyFormat.values()) {
            assertComplete(format, vector);
            assertComplete(format, "before\n\n> * a " + vector + "\n\nafter");
        }
    }

    @ParameterizedTest
    @MethodSource("dev.standfirst.body.SanitiserTest#seeds")
    void the_text_of_blocks_is_that_of_the_body_and_no_link_or_picture_is_missing_whatever_tags_are_thrown_together(
            int seed) {
        for (String source : SanitiserTest.sources(seed)) {
            assertComplete(BodyFormat.HTML, source);
            assertComplete(BodyFormat.MARKDOWN, source);
        }
    }

    static void assertComplete(BodyFormat format, String source) {
        DerivedBody derived = Derivation.derive(format, source);
        assertThat(BlockText.of(derived.blocks())).as(source).isEqualTo(derived.text());

        Element html = Html.parse(derived.html());
        html.select("[role=doc-backlink],rp,rt").remove();
        html.select("a:not(:has(img))").stream()
                .filter(link -> link.wholeText().isEmpty())
                .forEach(Element::remove);
        JsonNode blocks = new ObjectMapper().valueToTree(derived.blocks());
        assertThat(Set.copyOf(blocks.findValuesAsText("url")))
                .as(source)
                .isEqualTo(Stream.of(
                                html.select("a:not([role])").eachAttr("href"),
                                html.select("img").eachAttr("src"),
                                html.select("blockquote").eachAttr("cite"))
                        .flatMap(List::stream)
                        .collect(toSet()));
    }

    private static List<Block> markdown(String source) {
        return Derivation.derive(BodyFormat.MARKDOWN, source).blocks();
    }

    private static List<Block> html(String source) {
        return Derivation.derive(BodyFormat.HTML, source).blocks();
    }

    private static List<@Nullable Integer> numbers(String source) {
        return html(source).stream()
                .flatMap(list -> ((ListBlock) list).items().stream())
                .map(ListItem::number)
                .toList();
    }

    private static ParagraphBlock paragraph(Inline... content) {
        return new ParagraphBlock(null, List.of(content));
    }

    private static TextInline words(String text, Mark... marks) {
        return new TextInline(text, List.of(marks), null, null, null);
    }

    private static LinkInline link(String url, Inline... content) {
        return new LinkInline(new Link(url, null, null), List.of(content));
    }

    private static ListItem item(@Nullable Integer number, Block... blocks) {
        return new ListItem(number, null, List.of(blocks));
    }

    private static TableCell cell(
            boolean header, @Nullable Alignment alignment, int colspan, int rowspan, Inline... content) {
        return new TableCell(
                header, alignment, colspan, rowspan, content.length == 0 ? List.of() : List.of(paragraph(content)));
    }

    private static String read(Path file) {
        try {
            return Files.readString(file);
        } catch (IOException e) {
            throw new UncheckedIOException(e);
        }
    }
}
