// An address that is none of this site's: perhaps it was one before, and an editor wrote down where it leads now.
import { authorAddress, storyAddress, tagAddress } from "./addresses.js";
import { read } from "./api.js";

const ADDRESSES = {
    article: storyAddress,
    tag: tagAddress,
    author: authorAddress,
    location: (target) => target.location,
};

/** Goes where the address leads; the API's 404 and 410 are the answers for those that lead nowhere. */
export async function page() {
    const { target } = await read("/v1/resolve", { path: location.pathname + location.search });
    location.replace(ADDRESSES[target.type](target));
    return new Promise(() => {}); // nothing to show: the browser is on its way
}
