package dev.standfirst.body;

import java.util.List;

/**
 * All that is derived from a body, once, when it is written.
 *
 * @param html sanitised HTML, safe to insert into a page as it stands; sanitising it again changes nothing
 * @param text the words alone: paragraphs separated by a blank line, list items and table rows on lines, cells by tabs;
 *     footnotes where the body has them (Markdown: at the end), without their marks; pictures' alternative texts are not in it
 * @param blocks the same words, links and pictures as a tree of data, for programs that draw without HTML
 * @param outline the headings in order
 * @param sources the outbound links in order, each URL once
 * @param wordCount words of {@code text}, plus each Chinese or Japanese character
 * @param readingMinutes whole minutes, at least 1
 * @param excerpt the beginning of the running text, on one line
 */
public record DerivedBody(
        String html,
        String text,
        List<Block> blocks,
        List<Heading> outline,
        List<Source> sources,
        int wordCount,
        int readingMinutes,
        String excerpt) {}
