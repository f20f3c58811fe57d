// The page of a tag: what it gathers, and the stories that have it.
import { afterInAddress, correctAddress, tagAddress } from "./addresses.js";
import { read } from "./api.js";
import { element } from "./dom.js";
import { pager, storyList } from "./parts.js";

export async function page(slug) {
    const after = afterInAddress();
    const [tag, stories] = await Promise.all([
        read(`/v1/tags/${encodeURIComponent(slug)}`, { include: "counts" }),
        read("/v1/articles", { tag: slug, limit: 9, include: "authors", after }), // an old slug stands for its tag here too
    ]);
    const address = tagAddress(tag);
    correctAddress(address);
    const { articleCount } = tag;
    return {
        title: tag.name,
        description: tag.description,
        canonical: location.href,
        content: [
            element(
                "header",
                { class: "page-head" },
                element("p", { class: "kicker" }, tag.kind),
                element("h1", {}, tag.name),
                tag.description && element("p", { class: "standfirst" }, tag.description),
                element("p", { class: "metadata" }, articleCount === 1 ? "1 story" : `${articleCount} stories`),
            ),
            storyList(stories.items),
            pager(stories.page, after, address),
        ],
    };
}
