// Where every page of the site begins: it finds the page for the address, and says so politely where there is none.
import { tagAddress } from "./addresses.js";
import { Problem, read, Unreachable } from "./api.js";
import { SITE_NAME } from "./config.js";
import { element } from "./dom.js";

const main = document.querySelector("main");

/** The kinds of pages by the first step of their address. Each module's page(slug) gives the title and the content. */
const PAGES = {
    "": () => import("./front.js"),
    stories: () => import("./story.js"),
    tags: () => import("./tag.js"),
    authors: () => import("./author.js"),
};

async function start() {
    document.querySelector(".site-name a").textContent = SITE_NAME;
    showSections();
    try {
        const [, kind, slug = ""] = location.pathname.split("/");
        const isKnown = Object.hasOwn(PAGES, kind) && (kind === "") === (slug === "");
        const { page } = await (isKnown ? PAGES[kind]() : import("./elsewhere.js"));
        show(await page(decodeURIComponent(slug)));
    } catch (error) {
        show(explanation(error));
    }
}

function show({ title, description, canonical, content }) {
    document.title = title ? `${title} – ${SITE_NAME}` : SITE_NAME;
    document.head.append(
        ...[
            description && element("meta", { name: "description", content: description }),
            canonical ? element("link", { rel: "canonical", href: canonical }) : element("meta", { name: "robots", content: "noindex" }),
        ].filter(Boolean),
    );
    main.replaceChildren(...content.filter(Boolean));
    main.removeAttribute("aria-busy");
    // The browser looked for the address's #… before there was anything to find.
    document.getElementById(decodeURIComponent(location.hash.slice(1)))?.scrollIntoView();
}

/** The menu. A page is a page without it, so it holds nothing up, and where it cannot be had there is none. */
async function showSections() {
    try {
        const { items } = await read("/v1/tags", { kind: "section", limit: 100 });
        document.querySelector(".sections ul").append(
            ...items.map((section) => {
                const address = tagAddress(section);
                const isHere = location.pathname === address && "page";
                return element("li", {}, element("a", { href: address, "aria-current": isHere }, section.name));
            }),
        );
    } catch {
        document.querySelector(".sections").remove();
    }
}

/** A page that says what went wrong, and what a reader can do about it. */
function explanation(error) {
    const { title, text, canTryAgain } = inWords(error);
    const again = element("button", { type: "button" }, "Try again");
    again.addEventListener("click", () => location.reload());
    return {
        title,
        content: [
            element(
                "div",
                { class: "explanation" },
                element("h1", {}, title),
                element("p", {}, text),
                element("p", {}, canTryAgain && again, element("a", { href: "/" }, "Read the latest stories")),
            ),
        ],
    };
}

function inWords(error) {
    if (error instanceof Unreachable) {
        return {
            title: "There is no connection",
            text: "The server cannot be reached just now. Check that you are online, and try again.",
            canTryAgain: true,
        };
    }
    if (error instanceof Problem && error.status === 404) {
        return { title: "There is nothing here", text: "Perhaps the address was mistyped." };
    }
    if (error instanceof Problem && error.status === 410) {
        return { title: "This is no longer here", text: "It was published once, and has been taken down." };
    }
    if (error instanceof Problem) {
        return { title: error.title, text: error.message, canTryAgain: error.status >= 500 };
    }
    console.error(error); // a defect of this site: for those who mend it
    return { title: "Something went wrong", text: "That is our fault, and not yours.", canTryAgain: true };
}

start();
