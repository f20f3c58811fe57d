// Makes the page's elements. Text goes in as text: nothing in it can become an element.

/**
 * Makes an element. An attribute that is true stands without a value; attributes and children that are null, undefined or false are left
 * out, so that a call can say what it wants only sometimes.
 */
export function element(name, attributes = {}, ...children) {
    const made = document.createElement(name);
    for (const [attribute, value] of Object.entries(attributes)) {
        if (isThere(value)) {
            made.setAttribute(attribute, value === true ? "" : value);
        }
    }
    made.append(...children.flat().filter(isThere));
    return made;
}

function isThere(value) {
    return value !== null && value !== undefined && value !== false;
}

// The one door through which strings become HTML. The Content-Security-Policy names this policy and no other, so a browser that knows
// Trusted Types refuses any other way.
const policy = globalThis.trustedTypes?.createPolicy("sanitised-html", { createHTML: (html) => html });

/** Puts HTML into an element. Only for members that the API says are sanitised: a body's html, a comment's html. */
export function insertSanitised(into, html) {
    into.innerHTML = policy ? policy.createHTML(html) : html;
    return into;
}
