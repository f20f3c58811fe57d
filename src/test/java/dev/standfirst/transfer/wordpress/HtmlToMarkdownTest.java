package dev.standfirst.transfer.wordpress;

import static org.assertj.core.api.Assertions.assertThat;

import dev.standfirst.body.CommentText;
import dev.standfirst.body.FaultyTextException;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;

/** With what readers have written into comments of WordPress, and what they see of it here. */
class HtmlToMarkdownTest {

    @ParameterizedTest
    @CsvSource(
            quoteCharacter = '`',
            delimiter = '|',
            value = {
                "foo <b>bar </b>baz | <p>foo <strong>bar</strong> baz</p>",
                "<i><i>twice</i></i> | <p><em>twice</em></p>",
                "<b><i>both</i></b> | <p><em><strong>both</strong></em></p>",
                "a<b>\"b\"</b>c | <p>a\"b\"c</p>",
                "<b>a</b><b>b</b> | <p>ab</p>",
                "<del>gone</del> stays | <p><del>gone</del> stays</p>",
                "2 * 3 * 4, _this_, ~~that~~ and `code | <p>2 * 3 * 4, _this_, ~~that~~ and `code</p>",
                "[a](https://old.example.org/) | <p>[a](<a href=\"https://old.example.org/\" rel=\"nofollow ugc noopener\">https://old.example.org/</a>)</p>",
                "&amp;lt; &lt;b&gt; | <p>&amp;lt; &lt;b&gt;</p>",
                "https://old.example.org/a_b_c | <p><a href=\"https://old.example.org/a_b_c\" rel=\"nofollow ugc noopener\">https://old.example.org/a_b_c</a></p>",
                "<a href='https://old.example.org/'>here [1]</a> | <p><a href=\"https://old.example.org/\" rel=\"nofollow ugc noopener\">here [1]</a></p>",
                "<a href='javascript:x()'>here</a> | <p>here</p>",
                "<ul><li>one</li><li># two</li></ul> | <p>- one<br>- # two</p>",
                "<blockquote>said</blockquote>answer | <blockquote><p>said</p></blockquote><p>answer</p>",
                "<code>a `b`</code> | <p><code>a `b`</code></p>",
                "<b><p>in a block</p></b> | <p>in a block</p>",
                "<a href='https://en.example.org/Fog_(weather)'>fog</a> | <p><a href=\"https://en.example.org/Fog_(weather)\" rel=\"nofollow ugc noopener\">fog</a></p>",
                "<b>One.<br><br>See <a href='https://old.example.org/'>this</a> <code>x</code> too</b> | <p>One.</p><p>See <a href=\"https://old.example.org/\" rel=\"nofollow ugc noopener\">this</a> <code>x</code> too</p>",
                "> no quote | <p>&gt; no quote</p>",
            })
    void readers_see_the_words_and_the_marks_that_markdown_can_set(String html, String seen)
            throws FaultyTextException {
        assertThat(CommentText.derive(HtmlToMarkdown.of(html)).html().replace("\n", ""))
                .isEqualTo(seen);
    }

    @ParameterizedTest
    @CsvSource({"'one\ntwo\n\nthree', 'one\ntwo\n\nthree'", "'one<br>two<br><br>three', 'one\ntwo\n\nthree'"})
    void lines_and_paragraphs_stay(String html, String markdown) {
        assertThat(HtmlToMarkdown.of(html)).isEqualTo(markdown);
    }
}
