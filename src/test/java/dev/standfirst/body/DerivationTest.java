package dev.standfirst.body;

import static dev.standfirst.body.SafeHtml.assertSafe;
import static org.assertj.core.api.Assertions.assertThat;

import java.util.List;
import org.junit.jupiter.api.Test;

class DerivationTest {

    @Test
    void markdown_with_all_its_extensions_becomes_html() {
        assertThat(markdown("""
                        First *line*
                        goes **on**, ~~ends~~ `here`. https://a.example or <b>mail@b.example</b>

                        Setext
                        ------
                        1. one
                           - two
                        2. three

                        | a | b |
                        |:--|--:|
                        | c | d \\| e |

                        ```js run
                        if (a < b) {}
                        ```
                        > quoted\\
                        twice

                        ![A picture](/a.jpg "Title")
                        """).html()).isEqualTo("""
                        <p>First <em>line</em> goes <strong>on</strong>, <del>ends</del> <code>here</code>. <a href="https://a.example">https://a.example</a> or <strong><a href="mailto:mail@b.example">mail@b.example</a></strong></p>
                        <h2 id="h-setext">Setext</h2>
                        <ol><li>one<ul><li>two</li></ul></li><li>three</li></ol>
                        <table><thead><tr><th align="left">a</th><th align="right">b</th></tr></thead><tbody><tr><td align="left">c</td><td align="right">d | e</td></tr></tbody></table>
                        <pre><code class="language-js">if (a &lt; b) {}
                        </code></pre>
                        <blockquote><p>quoted<br>twice</p></blockquote>
                        <p><img src="/a.jpg" alt="A picture" title="Title"></p>""");
    }

    @Test
    void text_keeps_the_structure_that_plain_text_can_show() {
        assertThat(markdown("""
                        # Fish & chips

                        One &lt;two&gt;
                        three ![not this](a.png)[^n]

                        - a
                          - b

                            c
                        - d

                        | e | |
                        |---|---|
                        | *f* | g |

                            code  stays
                              as it is

                        <dl><dt>h<dd>i</dl><figure><img src=j alt=k><figcaption>l</figcaption></figure>

                        [^n]: A note.
                        """).text()).isEqualTo("""
                        Fish & chips

                        One <two> three

                        a
                        b
                        c
                        d

                        e\t
                        f\tg

                        code  stays
                          as it is

                        h
                        i

                        l

                        A note.""");
    }

    @Test
    void what_is_not_in_the_text_leaves_no_gap_in_it() {
        assertThat(html("<img src=a> b <img src=a> c<br><img src=a> d<ul><li><img src=a> e</ul><pre>  f</pre>")
                        .text())
                .isEqualTo("b c\nd\n\ne\n\n  f");
        assertThat(html("a<a id=c href=#n>1</a> b<ol><li id=n><a href=#c>^</a> note</ol>")
                        .text())
                .isEqualTo("a b\n\nnote");
    }

    @Test
    void cells_that_hold_paragraphs_are_separated_by_tabs_and_their_rows_by_lines() {
        assertThat(html("<table><tr><td><p>a<p>b<td><p>c<td><tr><td><table><tr><td><p>d<td>e</table><td>f</table>")
                        .text())
                .isEqualTo("a b\tc\t\nd e\tf");
    }

    @Test
    void headings_get_readable_anchors_that_are_unique_in_the_body() {
        assertThat(markdown(
                                "# Über uns\n## Über uns\n## Über uns 2\n### Что делать?\n### 東京\n### 🎉\n### 🎉\n#### Don't *panic*\n#\n")
                        .outline())
                .containsExactly(
                        new Heading(2, "Über uns", "h-uber-uns"),
                        new Heading(2, "Über uns", "h-uber-uns-2"),
                        new Heading(2, "Über uns 2", "h-uber-uns-2-2"),
                        new Heading(3, "Что делать?", "h-cto-delat"),
                        new Heading(3, "東京", "h-dong-jing"),
                        new Heading(3, "🎉", "h-section"),
                        new Heading(3, "🎉", "h-section-2"),
                        new Heading(4, "Don't panic", "h-dont-panic"));
    }

    @Test
    void a_given_anchor_is_kept_and_links_to_it_are_turned() {
        assertThat(markdown(
                                "[a](#did) [b](#Something-else) [c](#nowhere) [d](#h-nowhere)\n\n## What we did {#did}\n\n## Something else")
                        .html())
                .isEqualTo("""
                        <p><a href="#h-did">a</a> <a href="#h-something-else">b</a> <a href="#nowhere">c</a> d</p>
                        <h2 id="h-did">What we did</h2>
                        <h2 id="h-something-else">Something else</h2>""");
        assertThat(html("<h2><a name='x y'></a>A</h2><a href='#x y'>b</a>").html())
                .isEqualTo("<h2 id=\"h-x-y\">A</h2>\n<p><a href=\"#x y\">b</a></p>".replace("#x y", "#h-x-y"));
    }

    @Test
    void footnotes_are_numbered_as_they_are_called_and_named_apart_from_headings() {
        DerivedBody derived = markdown(
                "## fn-1\n\nb[^b] a[^a] b[^b] none[^c]\n\n[^a]: A [link](https://a.example).\n[^b]: B.\n[^d]: Never called.\n");
        assertThat(derived.html()).isEqualTo("""
                <h2 id="h-fn-1">fn-1</h2>
                <p>b<sup><a href="#fn-1" role="doc-noteref" id="fnref-1">1</a></sup> a<sup><a href="#fn-2" role="doc-noteref" id="fnref-2">2</a></sup> \
                b<sup><a href="#fn-1" role="doc-noteref" id="fnref-1-2">1</a></sup> none[^c]</p>
                <section role="doc-endnotes"><ol>\
                <li id="fn-1"><p>B. <a href="#fnref-1" role="doc-backlink">↩</a> <a href="#fnref-1-2" role="doc-backlink"><sup>2</sup>↩</a></p></li>\
                <li id="fn-2"><p>A <a href="https://a.example">link</a>. <a href="#fnref-2" role="doc-backlink">↩</a></p></li>\
                </ol></section>""");
        assertThat(derived.text()).isEqualTo("fn-1\n\nb a b none[^c]\n\nB.\nA link.");
        assertThat(derived.sources()).containsExactly(new Source("https://a.example", "link", "a.example", "fn-1"));
    }

    @Test
    void footnotes_that_other_programs_wrote_are_known_by_their_links_back() {
        assertThat(html("""
                        a<sup id="fnref:x"><a href="#fn:x">1</a></sup>
                        <div class="footnotes"><ol><li id="fn:x">note <a href="#fnref:x">back</a></li><li id="y">item</li></ol></div>
                        <a href="#y">no footnote</a>""").html()).isEqualTo("""
                        <p>a<sup><a href="#fn-1" role="doc-noteref" id="fnref-1">1</a></sup></p>
                        <ol><li id="fn-1">note <a href="#fnref-1" role="doc-backlink">back</a></li><li>item</li></ol>
                        <p><a href="#y">no footnote</a></p>""");
    }

    @Test
    void sources_are_the_outbound_links_each_once_with_the_heading_they_stand_under() {
        assertThat(markdown("""
                        [Before](https://a.example/x?y=1&z=2) and [again](https://a.example/x?y=1&z=2)

                        ## The [heading](http://WWW.B.example:8080/)

                        [![Alt text](c.png)](https://user@c.example) [](https://d.example) [relative](/e) [mail](mailto:f@g.example)
                        [ünï](https://ü.example)
                        """).sources())
                .containsExactly(
                        new Source("https://a.example/x?y=1&z=2", "Before", "a.example", null),
                        new Source("http://WWW.B.example:8080/", "heading", "www.b.example", "The heading"),
                        new Source("https://user@c.example", "Alt text", "c.example", "The heading"),
                        new Source("https://ü.example", "ünï", "ü.example", "The heading"));
    }

    @Test
    void html_and_markdown_that_say_the_same_derive_the_same() {
        DerivedBody fromMarkdown = markdown("## A\n\nb *c* [d](https://e.example)\n\n* f\n* g\n\n---\n\n> h");
        DerivedBody fromHtml = Derivation.derive(
                BodyFormat.HTML,
                "<h2 class=x>A</h2><p>b <i>c</i> <a href='https://e.example' target=_blank>d</a>"
                        + "<ul><li>f<li>g</ul><hr><blockquote>h</blockquote><script>i()</script>");
        assertThat(fromHtml).isEqualTo(fromMarkdown);
    }

    @Test
    void deriving_the_derived_html_gives_the_same_again() {
        DerivedBody derived = markdown(
                "# A {#b}\n\nc[^d] <iframe src=//e.example></iframe>\n\n[^d]: <details><summary>f</summary>g</details>\n");
        assertThat(Derivation.derive(BodyFormat.HTML, derived.html())).isEqualTo(derived);
    }

    @Test
    void an_empty_body_derives_to_nothing_and_a_minute() {
        for (BodyFormat format : BodyFormat.values()) {
            assertThat(Derivation.derive(format, " \n"))
                    .isEqualTo(new DerivedBody("", "", List.of(), List.of(), List.of(), 0, 1, ""));
        }
    }

    @Test
    void raw_html_in_markdown_goes_through_the_same_sanitiser() {
        String html = markdown(
                        "a <mark onclick=b>c</mark>\n\n<div style='d'>\n\n*e*\n\n</div>\n\n{{< shortcode f=\"g\" >}}")
                .html();
        assertThat(html)
                .isEqualTo("<p>a <mark>c</mark></p>\n<p><em>e</em></p>\n<p>{{&lt; shortcode f=\"g\" &gt;}}</p>");
        assertSafe(html);
    }

    private static DerivedBody markdown(String source) {
        return Derivation.derive(BodyFormat.MARKDOWN, source);
    }

    private static DerivedBody html(String source) {
        return Derivation.derive(BodyFormat.HTML, source);
    }
}
