// The parts that several pages have.
import { authorAddress, storyAddress } from "./addresses.js";
import { cursor } from "./api.js";
import { element } from "./dom.js";
import { asDay, joined, readingTime } from "./words.js";

/**
 * A picture as the API describes it. Width and height, where they are known, keep its place while it loads; those above the fold load at
 * once, the others when they come near.
 */
export function picture({ url, alt, width, height }, { eager = false } = {}) {
    return element("img", { src: url, alt, width, height, loading: eager ? "eager" : "lazy", decoding: "async" });
}

/** “By …”, with a link to each author. */
export function byline(authors) {
    const names = authors.map((author) => element("a", { href: authorAddress(author), rel: "author" }, author.name));
    return element("span", { class: "byline" }, "By ", joined(names));
}

/** Date and reading time, and the authors where there are any. */
export function metadata({ authors = [], publishedAt, readingMinutes }) {
    return element(
        "p",
        { class: "metadata" },
        authors.length > 0 && byline(authors),
        element("time", { datetime: publishedAt }, asDay(publishedAt)),
        element("span", {}, readingTime(readingMinutes)),
    );
}

/**
 * A story in a list. The headline's link is stretched over the whole of it by CSS, so that there is one link to a story and not three. The
 * words are in the story's language; date and reading time are in the site's.
 */
export function teaser(story, { heading = "h2", kicker = story.kicker, lead = false } = {}) {
    return element(
        "article",
        { class: lead ? "teaser lead" : "teaser" },
        story.image && element("div", { class: "frame" }, picture(story.image, { eager: lead })),
        element(
            "div",
            { class: "words", lang: story.language, dir: "auto" },
            kicker && element("p", { class: "kicker" }, kicker),
            element(heading, {}, element("a", { href: storyAddress(story) }, story.title)),
            element("p", { class: "excerpt" }, (lead && story.standfirst) || story.excerpt),
        ),
        metadata(story),
    );
}

/** Stories as a grid, the newest first. */
export function storyList(stories) {
    return element("ul", { class: "stories" }, stories.map((story) => element("li", {}, teaser(story))));
}

/** The way on through a list, by cursor, and back to its beginning. */
export function pager(page, after, path) {
    const next = cursor(page);
    return (next || after) &&
        element(
            "nav",
            { class: "pager", "aria-label": "Pages" },
            after && element("a", { href: path }, "Latest stories"),
            next && element("a", { href: `${path}?after=${encodeURIComponent(next)}`, rel: "next" }, "Older stories"),
        );
}
