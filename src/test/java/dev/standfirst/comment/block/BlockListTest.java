package dev.standfirst.comment.block;

import static dev.standfirst.comment.block.BlockKind.ADDRESS;
import static dev.standfirst.comment.block.BlockKind.DOMAIN;
import static dev.standfirst.comment.block.BlockKind.PATTERN;
import static dev.standfirst.comment.block.BlockKind.RANGE;
import static dev.standfirst.comment.block.BlockKind.WORD;
import static dev.standfirst.comment.spam.Note.aNote;
import static org.assertj.core.api.Assertions.assertThat;

import dev.standfirst.comment.block.BlockList.Listed;
import dev.standfirst.comment.spam.Note;
import java.util.ArrayList;
import java.util.List;
import java.util.UUID;
import org.junit.jupiter.api.Test;

class BlockListTest {

    @Test
    void an_address_is_blocked_whatever_its_spelling_and_no_other() {
        BlockList list = listing(ADDRESS, "Ines@Bücher.example");
        assertThat(in(list, aNote().from("ines@bücher.example", null))).hasSize(1);
        assertThat(in(list, aNote().from("ines@xn--bcher-kva.example", null))).hasSize(1);
        assertThat(in(list, aNote().from("wines@bücher.example", null))).isEmpty();
        assertThat(in(list, aNote().from(null, null))).isEmpty();
    }

    @Test
    void a_domain_is_blocked_with_all_below_it_in_addresses_pages_and_links() {
        BlockList list = listing(DOMAIN, "casino.example");
        assertThat(in(list, aNote().from("x@casino.example", null))).hasSize(1);
        assertThat(in(list, aNote().from("x@mail.casino.example", null))).hasSize(1);
        assertThat(in(list, aNote().ofPage("https://WWW.Casino.example:8080/x?y")))
                .hasSize(1);
        assertThat(in(list, aNote().linking("/here", "https://a.example/", "//win.casino.example")))
                .hasSize(1);
        assertThat(in(list, aNote().linking("mailto:x@casino.example?subject=hi")))
                .hasSize(1);
        assertThat(in(list, aNote().linking("https://me:you@casino.example/"))).hasSize(1);
        assertThat(in(list, aNote().linking("http:\\\\casino.example\\x"))).hasSize(1);
        assertThat(in(
                        list,
                        aNote().linking(
                                        "https://notcasino.example/",
                                        "https://casino.example.org/",
                                        "/casino.example")))
                .isEmpty();
        assertThat(in(list, aNote().linking("https://a.example/?to=https://casino.example/")))
                .isEmpty();
    }

    @Test
    void a_range_is_blocked_with_all_addresses_in_it() {
        BlockList list = listing(RANGE, "192.0.2.0/24", "192.0.2.128/25", "198.51.100.7", "2001:db8::/32");
        assertThat(in(list, aNote().from(null, "192.0.2.1")))
                .extracting(Listed::value)
                .containsExactly("192.0.2.0/24");
        assertThat(in(list, aNote().from(null, "192.0.2.255"))).hasSize(2);
        assertThat(in(list, aNote().from(null, "::ffff:192.0.2.1"))).hasSize(1);
        assertThat(in(list, aNote().from(null, "198.51.100.7"))).hasSize(1);
        assertThat(in(list, aNote().from(null, "2001:db8:ffff::1"))).hasSize(1);
        assertThat(in(list, aNote().from(null, "192.0.3.1"))).isEmpty();
        assertThat(in(list, aNote().from(null, "198.51.100.8"))).isEmpty();
        assertThat(in(list, aNote().from(null, "2001:db9::1"))).isEmpty();
    }

    @Test
    void words_are_blocked_whole_in_any_script_and_in_a_row() {
        BlockList list = listing(WORD, "casino", "easy money", "казино", "赌场");
        assertThat(in(list, aNote().saying("Best CASINO!"))).hasSize(1);
        assertThat(in(list, aNote().saying("Best ca\u00adsi\u200bno."))).hasSize(1);
        assertThat(in(list, aNote().by("Casino Joe"))).hasSize(1);
        assertThat(in(list, aNote().saying("Easy\n\nmoney — here"))).hasSize(1);
        assertThat(in(list, aNote().saying("Лучшее Казино"))).hasSize(1);
        assertThat(in(list, aNote().saying("最好的赌场在这里"))).hasSize(1);
        assertThat(in(list, aNote().saying("Casinos, occasional; money easy, easy come money go")))
                .isEmpty();
    }

    @Test
    void a_pattern_is_looked_for_in_text_name_page_and_links() {
        BlockList list = listing(PATTERN, "(?i)v[i1]agra");
        assertThat(in(list, aNote().saying("buy V1AGRA now"))).hasSize(1);
        assertThat(in(list, aNote().by("Viagra"))).hasSize(1);
        assertThat(in(list, aNote().ofPage("https://example.org/viagra"))).hasSize(1);
        assertThat(in(list, aNote().linking("https://viagra.example/"))).hasSize(1);
        assertThat(in(list, aNote())).isEmpty();
    }

    @Test
    void ten_thousand_entries_take_hardly_more_time_than_one() {
        List<Listed> all = new ArrayList<>();
        for (int i = 0; i < 2_500; i++) {
            all.add(listed(ADDRESS, "reader" + i + "@example.org"));
            all.add(listed(DOMAIN, "casino" + i + ".example"));
            all.add(listed(RANGE, "10." + i / 250 + "." + i % 250 + ".0/24"));
            all.add(listed(WORD, "casino" + i + " money" + i));
        }
        BlockList list = BlockList.of(null, all);
        Note comment = aNote().from("reader7@example.org", "10.1.7.9")
                .saying("word ".repeat(2_000) + "casino7 money7")
                .linking("https://www.casino7.example/");
        assertThat(in(list, comment)).hasSize(4);
        long before = System.nanoTime();
        for (int i = 0; i < 20; i++) {
            list.in(comment.sent());
        }
        assertThat((System.nanoTime() - before) / 20).as("nanoseconds").isLessThan(200_000_000L);
    }

    private static List<Listed> in(BlockList list, Note note) {
        return List.copyOf(list.in(note.sent()));
    }

    private static BlockList listing(BlockKind kind, String... values) {
        return BlockList.of(
                null, List.of(values).stream().map(value -> listed(kind, value)).toList());
    }

    private static Listed listed(BlockKind kind, String value) {
        return new Listed(UUID.randomUUID(), kind, BlockedValue.of(kind, value).text(), BlockAction.HOLD);
    }
}
