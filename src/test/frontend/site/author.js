// The page of an author: who that is, and what they wrote.
import { afterInAddress, authorAddress, correctAddress } from "./addresses.js";
import { read } from "./api.js";
import { element } from "./dom.js";
import { pager, picture, storyList } from "./parts.js";

export async function page(slug) {
    const after = afterInAddress();
    const [author, stories] = await Promise.all([
        read(`/v1/authors/${encodeURIComponent(slug)}`),
        read("/v1/articles", { author: slug, limit: 9, after }),
    ]);
    const address = authorAddress(author);
    correctAddress(address);
    return {
        title: author.name,
        description: author.bio,
        canonical: location.href,
        content: [
            element("header", { class: "page-head" }, element("h1", {}, author.name), biography(author)),
            storyList(stories.items),
            pager(stories.page, after, address),
        ],
    };
}

/** Portrait, some sentences, and where else the author is found. */
export function biography({ image, bio, links }) {
    return element(
        "div",
        { class: "biography" },
        image && picture(image),
        element(
            "div",
            {},
            bio && element("p", {}, bio),
            links.length > 0 &&
                element("ul", { class: "links" }, links.map(({ title, url }) => element("li", {}, element("a", { href: url }, title)))),
        ),
    );
}
