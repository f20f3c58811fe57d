package dev.standfirst.comment.spam;

import static dev.standfirst.comment.spam.Note.ARTICLE;
import static dev.standfirst.comment.spam.Note.NOON;
import static dev.standfirst.comment.spam.Note.aNote;
import static org.assertj.core.api.Assertions.assertThat;

import dev.standfirst.shared.signature.SigningKey;
import java.time.Duration;
import java.util.UUID;
import java.util.stream.IntStream;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;

class LayersTest {
    private static final SigningKey KEY = SigningKey.of(new byte[32]);
    private static final SpamLayer TRAP = new TrapLayer();
    private static final SpamLayer LINKS = new LinkLayer(Settings.with());
    private static final SpamLayer MARKUP = new MarkupLayer();

    @Test
    void who_fills_in_the_field_that_no_person_sees_writes_spam() {
        assertThat(points(TRAP, aNote().trapped("x"))).isEqualTo(Reason.SPAM);
        assertThat(points(TRAP, aNote().trapped(" "))).isZero();
        assertThat(points(TRAP, aNote())).isZero();
    }

    @ParameterizedTest
    @CsvSource({"0, 0", "2, 0", "3, 25", "4, 50", "6, 100", "500, 100"})
    void two_links_are_free_and_each_more_adds_to_the_score(int links, int points) {
        assertThat(points(LINKS, linking(links))).isEqualTo(points);
    }

    @Test
    void how_many_links_are_free_and_what_the_others_add_is_a_setting() {
        SpamLayer strict = new LinkLayer(Settings.with("free-links", "0", "link-points", "60"));
        assertThat(points(strict, linking(0))).isZero();
        assertThat(strict.judge(linking(1).sent())).containsExactly(new Reason("links", 60, "1 links"));
        assertThat(points(strict, linking(2))).isEqualTo(100);
    }

    @Test
    void links_as_forums_write_them_and_a_link_for_a_name_hold_a_comment() {
        assertThat(points(MARKUP, aNote().saying("See [URL=https://example.org]this[/URL]")))
                .isEqualTo(50);
        assertThat(points(MARKUP, aNote().saying("[link]https://example.org[/link]")))
                .isEqualTo(50);
        assertThat(points(MARKUP, aNote().by("https://example.org").saying("[url]x[/url]")))
                .isEqualTo(100);
        assertThat(points(MARKUP, aNote().saying("The [url](https://example.org) of [links](/x)")))
                .isZero();
    }

    @Test
    void who_sends_a_comment_sooner_than_a_person_could_write_it_waits_for_a_moderator() {
        assertThat(form().judge(inForm(Duration.ofMillis(2900)).sent()))
                .containsExactly(new Reason("form", 50, "sent 2.9 s after the form was fetched"));
        assertThat(points(form(), inForm(Duration.ofSeconds(3)))).isZero();
        assertThat(points(form(), inForm(Duration.ofMinutes(-1)))).isEqualTo(50);
        assertThat(points(form("fastest-writer", "10s"), inForm(Duration.ofSeconds(9))))
                .isEqualTo(50);
    }

    @Test
    void an_old_form_adds_a_little_and_one_that_is_none_or_another_articles_holds() {
        assertThat(points(form(), inForm(Duration.ofHours(24)))).isZero();
        assertThat(points(form(), inForm(Duration.ofHours(25)))).isEqualTo(10);
        assertThat(points(form("form-lifetime", "72h"), inForm(Duration.ofHours(25))))
                .isZero();
        assertThat(points(form(), aNote().inForm("x"))).isEqualTo(50);
        assertThat(points(form(), inForm(Duration.ofHours(1)).below(UUID.randomUUID())))
                .isEqualTo(50);
    }

    @Test
    void a_form_is_needed_only_where_the_site_says_so_and_never_for_an_edit() {
        assertThat(points(form(), aNote())).isZero();
        SpamLayer required = form("form-token-required", "true");
        assertThat(points(required, aNote())).isEqualTo(50);
        assertThat(points(required, aNote().inForm(" "))).isEqualTo(50);
        assertThat(points(required, aNote().edited())).isZero();
        assertThat(points(required, inForm(Duration.ofHours(1)))).isZero();
    }

    private static SpamLayer form(String... settings) {
        return new FormTokenLayer(Settings.with(settings), KEY);
    }

    private static Note inForm(Duration writing) {
        return aNote().inForm(FormToken.write(ARTICLE, NOON.minus(writing), KEY));
    }

    private static Note linking(int links) {
        return aNote().linking(IntStream.range(0, links)
                .mapToObj(i -> "https://example.org/" + i)
                .toArray(String[]::new));
    }

    private static int points(SpamLayer layer, Note note) {
        return layer.judge(note.sent()).stream().mapToInt(Reason::points).sum();
    }
}
