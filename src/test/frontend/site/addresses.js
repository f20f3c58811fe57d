// Where the pages of this site are. The API knows slugs and no addresses: those are the site's own business.

export const storyAddress = (story) => `/stories/${encodeURIComponent(story.slug)}`;
export const tagAddress = (tag) => `/tags/${encodeURIComponent(tag.slug)}`;
export const authorAddress = (author) => `/authors/${encodeURIComponent(author.slug)}`;

/** The parameter ?after= of this page's address, a cursor of the API. */
export function afterInAddress() {
    return new URLSearchParams(location.search).get("after");
}

/**
 * Puts the current slug into the address bar, if the page was asked for by an old slug. The API answers those with a redirect to the thing
 * itself, which says its slug.
 */
export function correctAddress(address) {
    if (location.pathname !== address) {
        history.replaceState(history.state, "", address + location.search + location.hash);
    }
}
