// The front page: the latest stories, and the way back to all the older ones.
import { afterInAddress } from "./addresses.js";
import { read } from "./api.js";
import { element } from "./dom.js";
import { pager, storyList, teaser } from "./parts.js";

export async function page() {
    const after = afterInAddress();
    const { items, page } = await read("/v1/articles", { limit: 10, include: "authors", after });
    const lead = after ? null : (items.find((story) => story.featured) ?? items[0]);
    return {
        title: after && "Older stories",
        canonical: location.href,
        content: [
            element("h1", { class: after ? null : "visually-hidden" }, after ? "Older stories" : "Latest stories"),
            lead && teaser(lead, { lead: true }),
            items.length > 0 ? storyList(items.filter((story) => story !== lead)) : element("p", {}, "There are no stories yet."),
            pager(page, after, "/"),
        ],
    };
}
