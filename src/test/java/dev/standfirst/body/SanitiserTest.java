package dev.standfirst.body;

import static dev.standfirst.body.SafeHtml.assertFixed;
import static dev.standfirst.body.SafeHtml.assertSafe;
import static java.util.stream.Collectors.joining;
import static org.assertj.core.api.Assertions.assertThat;

import java.util.List;
import java.util.Random;
import java.util.stream.IntStream;
import java.util.stream.Stream;
import org.jsoup.nodes.Element;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;
import org.junit.jupiter.params.provider.MethodSource;

class SanitiserTest {

    private static final String[] PIECES =
            ("<p> </p> <h1> <h2_id=a> </h2> <h3> </h3> <div> </div> <section> </section> <blockquote> </blockquote>"
                            + " <ul> </ul> <ol_start=3> </ol> <li> <li_id=n1> </li> <dl> </dl> <dt> <dd> </dl> <table> </table> <caption> <thead> <tbody> <tr> <td>"
                            + " <td_colspan=2> <th> </td> </tr> <pre> </pre> <code> </code> <hr> <br> <br> <img_src=a> <img_src=data:x> <a_href=b> <a_href=#a> <a_href=#n1_id=c1>"
                            + " <a_href=#c1> <a_href=#fn-1> <a_href=#h-a> <a_name=a> </a> <b> </b> <i> </i> <em> </em> <s> </s> <sup_id=c2> </sup> <span> <span_lang=de> </span>"
                            + " <q> </q> <font> </font> <nobr> <figure> </figure> <figcaption> </figcaption> <details> <summary> </details> <iframe_src=//c.example></iframe>"
                            + " <video_src=d> </video> <object_data=e> </object> <script>f</script> <svg> </svg> <math> <mtext> </math> <template> </template> <button> </button>"
                            + " <form> </form> <select> <option> </select> <noscript> </noscript> <ruby> <rt> </ruby> <center> <!--g--> <x-h> </x-h> a b c &lt; &amp; &nbsp; _ _ _ _ \n"
                            + " <article> </article> <address> <p_lang=fr> <u> </u> <label> <input> <object> <marquee> <tfoot> </tfoot> <small> </small> <frameset>")
                    .split(" ");

    @ParameterizedTest
    @MethodSource("seeds")
    void whatever_tags_are_thrown_together_come_out_safe_and_sanitising_again_changes_nothing(int seed) {
        for (String source : sources(seed)) {
            assertSafe(Derivation.derive(BodyFormat.HTML, source).html());
            assertFixed(Derivation.derive(BodyFormat.MARKDOWN, source).html());
        }
    }

    @ParameterizedTest
    @MethodSource("seeds")
    void no_words_are_lost_but_those_of_elements_that_are_dropped(int seed) {
        for (String source : sources(seed)) {
            Element read = Html.parse(source);
            read.select(String.join(",", Allowed.DROPPED) + ",iframe,object,video")
                    .remove();
            Element kept = Sanitiser.sanitise(read.html());
            assertThat(letters(kept)).as(source).isEqualTo(letters(read));
        }
    }

    static List<String> sources(int seed) {
        Random random = new Random(seed);
        return Stream.generate(() -> random.ints(1 + random.nextInt(40), 0, PIECES.length)
                        .mapToObj(i -> PIECES[i].replace('_', ' '))
                        .collect(joining()))
                .limit(100)
                .toList();
    }

    private static String letters(Element tree) {
        return tree.wholeText()
                .replaceAll("\\s", "")
                .chars()
                .sorted()
                .mapToObj(Character::toString)
                .collect(joining());
    }

    static IntStream seeds() {
        return IntStream.range(0, 20);
    }

    @ParameterizedTest
    @CsvSource(delimiter = '|', quoteCharacter = '~', textBlock = """
            loose words                                       | <p>loose words</p>
            <p>a<p>b                                          | <p>a</p>_<p>b</p>
            <div>a</div><div>b <i>c</i></div>                 | <p>a</p>_<p>b <em>c</em></p>
            <b>a<p>b</p>c</b>                                 | <p><strong>a</strong></p>_<p><strong>b</strong></p>_<p><strong>c</strong></p>
            <a href=x><h1>a</h1><p>b</p></a>                  | <h2 id="h-a"><a href="x">a</a></h2>_<p><a href="x">b</a></p>
            <b><b>a</b> b</b>                                 | <p><strong>a b</strong></p>
            a<b> b </b>c                                      | <p>a <strong>b</strong> c</p>
            <p>a<br> b<br></p>                                | <p>a<br>b</p>
            <p> </p><b></b><ul></ul><blockquote></blockquote> | ~~
            <ul>a<li>b<div>c</div>d</ul>                      | <ul><li>a</li><li>b<p>c</p>d</li></ul>
            <ul><li>a</li><ul><li>b</ul></ul>                 | <ul><li>a<ul><li>b</li></ul></li></ul>
            <li>a</li>                                        | <p>a</p>
            <table><tr><td>a<td><p>b<p>c</table>              | <table><tbody><tr><td>a</td><td><p>b</p><p>c</p></td></tr></tbody></table>
            <table><form><tr><td></table>                     | <table><tbody><tr><td></td></tr></tbody></table>
            <table><tr><p>a</p><td>b</td></tr>c</table>d | <p>a</p>_<table><tbody><tr><td>b</td></tr></tbody></table>_<p>c</p>_<p>d</p>
            <figure><img src=a><figcaption>b</figcaption></figure> | <figure><img src="a"><figcaption>b</figcaption></figure>
            <span>a</span> <span lang=de>b</span>             | <p>a <span lang="de">b</span></p>
            <s>a</s><tt>b</tt>                                | <p><del>a</del><code>b</code></p>
            <pre class="lang-js x">a <b>b</b></pre>           | <pre><code class="language-js">a b</code></pre>
            <noscript><img src=a></noscript>                  | <p><img src="a"></p>
            <img src=data:a><img>                             | ~~
            <a name=a>b</a> <a href="">c</a>                  | <p>b c</p>
            <a href=x rel="noopener ugc sponsored" target=_blank>a</a> | <p><a href="x" rel="sponsored ugc">a</a></p>
            <ruby>漢<rp>(</rp><rt>kan</rt><rp>)</rp></ruby>     | <p><ruby>漢<rp>(</rp><rt>kan</rt><rp>)</rp></ruby></p>
            """)
    void html_takes_its_one_regular_form(String source, String expected) {
        assertThat(html(source)).isEqualTo(expected.replace('_', '\n'));
    }

    @ParameterizedTest
    @CsvSource(delimiter = '|', textBlock = """
            <iframe src="//video.example/1" title="A film"></iframe> | <figure><a href="https://video.example/1">A film</a></figure>
            <p>a <iframe src="http://video.example/1"></iframe> b    | <p>a <a href="http://video.example/1">http://video.example/1</a> b</p>
            <p><iframe src="https://video.example/1"></iframe></p>   | <figure><a href="https://video.example/1">https://video.example/1</a></figure>
            <figure><iframe src="https://a.example"></iframe><figcaption>b</figcaption></figure> | <figure><a href="https://a.example">https://a.example</a><figcaption>b</figcaption></figure>
            <video controls><source src="/a.mp4">old browser</video> | <figure><a href="/a.mp4">/a.mp4</a></figure>
            <object><embed src="https://a.example/b"></object>       | <figure><a href="https://a.example/b">https://a.example/b</a></figure>
            <object data="x:y"><img src=a></object>                  | <p><img src="a"></p>
            <object data="https://a.example/b">no</object>           | <figure><a href="https://a.example/b">https://a.example/b</a></figure>
            <audio>nothing to <b>play</b></audio>                    | <p>nothing to <strong>play</strong></p>
            """)
    void what_shows_another_page_becomes_a_link_to_it(String source, String expected) {
        assertThat(html(source)).isEqualTo(expected);
    }

    @Test
    void characters_that_utf_8_or_xml_cannot_hold_are_gone() {
        assertThat(html("a\u0000b\uD800c&#1;d\uFFFEe\u0085f <b title='\uDC00'>g</b>"))
                .isEqualTo("<p>ab\uFFFDcdef <strong>g</strong></p>");
        assertThat(Derivation.derive(BodyFormat.MARKDOWN, "a\uD800 [b](/\uDC00)")
                        .html())
                .isEqualTo("<p>a\uFFFD <a href=\"/\uFFFD\">b</a></p>");
    }

    @Test
    void what_is_nested_too_deeply_keeps_its_words() {
        String html = html("<blockquote><ul><li><b>".repeat(500) + "words");
        assertThat(html).contains("words");
        assertSafe(html);
    }

    private static String html(String source) {
        return Derivation.derive(BodyFormat.HTML, source).html();
    }
}
