// A story, with all that a news story has.
import { correctAddress, storyAddress, tagAddress } from "./addresses.js";
import { read, unlessExpected } from "./api.js";
import { biography } from "./author.js";
import { element, insertSanitised } from "./dom.js";
import { metadata, picture, teaser } from "./parts.js";
import { repliesTo } from "./replies.js";

export async function page(slug) {
    const path = `/v1/articles/${encodeURIComponent(slug)}`;
    const dontMiss = relatedStories(path); // asked for at once, and shown when it is there
    const story = await read(path);
    correctAddress(storyAddress(story));
    return {
        title: story.seo.title,
        description: story.seo.description,
        canonical: story.canonicalUrl ?? location.origin + storyAddress(story),
        content: [article(story), repliesTo(story), dontMiss],
    };
}

function article(story) {
    const inItsLanguage = { lang: story.language, dir: "auto" };
    return element(
        "article",
        { class: "story" },
        element(
            "header",
            inItsLanguage,
            story.kicker && element("p", { class: "kicker" }, story.kicker),
            element("h1", {}, story.title),
            story.standfirst && element("p", { class: "standfirst" }, story.standfirst),
        ),
        metadata(story),
        story.image && leadImage(story),
        contents(story),
        insertSanitised(element("div", { class: "body", ...inItsLanguage }), story.body.html),
        story.canonicalUrl && firstPublished(story.canonicalUrl),
        sources(story),
        tags(story.tags),
        writers(story.authors),
    );
}

function leadImage({ image, language }) {
    const { caption, credit } = image;
    return element(
        "figure",
        { class: "lead-image" },
        picture(image, { eager: true }),
        (caption || credit) &&
            element(
                "figcaption",
                {},
                caption && element("span", { lang: language, dir: "auto" }, caption, " "),
                credit && element("span", { class: "credit" }, `Picture: ${credit}`),
            ),
    );
}

/** A table of contents, where there is enough to look for. The anchors are the ids of the headings in the body. */
function contents({ outline, language }) {
    const headings = outline.filter(({ level }) => level === 2);
    return headings.length >= 3 &&
        section(
            "nav",
            "In this story",
            element(
                "ol",
                { lang: language, dir: "auto" },
                headings.map(({ anchor, text }) => element("li", {}, element("a", { href: `#${anchor}` }, text))),
            ),
        );
}

function firstPublished(canonicalUrl) {
    const { host } = new URL(canonicalUrl);
    return element("p", { class: "first-published" }, "First published at ", element("a", { href: canonicalUrl }, host), ".");
}

function sources({ sources, language }) {
    return sources.length > 0 &&
        section(
            "section",
            "Sources",
            element(
                "ol",
                {},
                sources.map(({ url, text, host }) =>
                    element(
                        "li",
                        {},
                        element("a", { href: url, lang: language, dir: "auto" }, text || url),
                        " ",
                        element("span", { class: "host" }, host),
                    ),
                ),
            ),
        );
}

function tags(tags) {
    return tags.length > 0 &&
        section(
            "nav",
            "More on",
            element(
                "ul",
                { class: "tags" },
                tags.map((tag) => element("li", {}, element("a", { href: tagAddress(tag), rel: "tag" }, tag.name))),
            ),
        );
}

/** Who wrote it. A story names its authors; their biographies are read one by one, and come when they come. */
function writers(authors) {
    if (authors.length === 0) {
        return null;
    }
    const entries = authors.map(({ slug, name }) => {
        const entry = element("div", {}, element("h3", {}, name));
        read(`/v1/authors/${encodeURIComponent(slug)}`).then(
            (author) => entry.append(biography(author)),
            unlessExpected, // the name does
        );
        return entry;
    });
    return section("section", "Written by", ...entries);
}

const RELATIONS = { source: "Source", background: "Background", correction: "Correction", more: null };

function relatedStories(path) {
    const block = section("section", "Don’t miss");
    block.classList.add("dont-miss");
    block.hidden = true;
    read(`${path}/related`, { limit: 6 }).then(
        ({ items }) => {
            block.append(element("ul", { class: "stories" }, items.map((item) => element("li", {}, relatedItem(item)))));
            block.hidden = items.length === 0;
        },
        unlessExpected, // a story is a story without it
    );
    return block;
}

function relatedItem({ relation, article, link }) {
    const label = RELATIONS[relation];
    if (article) {
        return teaser(article, { heading: "h3", kicker: label ?? article.kicker });
    }
    return element(
        "article",
        { class: "teaser" },
        element("p", { class: "kicker" }, label ?? "Elsewhere"),
        element("h3", {}, element("a", { href: link.url }, link.title)),
        link.publisher && element("p", { class: "metadata" }, link.publisher),
    );
}

/** A part of the page with a heading that names it. */
function section(name, title, ...content) {
    const id = title.toLowerCase().replaceAll(/\W+/g, "-");
    return element(name, { class: id, "aria-labelledby": id }, element("h2", { id }, title), ...content);
}
