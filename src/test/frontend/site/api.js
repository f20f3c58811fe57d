// The only module that talks to the API. It asks plainly, so the browser's own cache keeps answers as Cache-Control says and asks again by
// ETag, and redirects from old slugs are followed by fetch itself.
import { API } from "./config.js";

/** What the API said went wrong: the members of its application/problem+json. */
export class Problem extends Error {
    constructor({ status, title, detail, errors = [] }, retryAfter) {
        super(detail ?? title);
        this.status = status;
        this.title = title;
        this.errors = errors;
        this.retryAfter = retryAfter;
    }
}

/** There was no answer at all: no network, or no server. */
export class Unreachable extends Error {}

/** Passes on what is a defect of this site, as opposed to what may happen to anybody: a problem, or no connection. */
export function unlessExpected(error) {
    if (!(error instanceof Problem || error instanceof Unreachable)) {
        throw error;
    }
}

/**
 * Reads a path of the API, or a reference that the API itself gave, as page.next is. What is fresh is asked for again even if the browser
 * has kept it; that costs a 304 where nothing changed.
 */
export function read(reference, query = {}, { fresh = false } = {}) {
    const url = new URL(reference, API);
    for (const [name, value] of Object.entries(query)) {
        if (value !== null && value !== undefined) {
            url.searchParams.set(name, value);
        }
    }
    return call(url, { headers: { Accept: "application/json" }, cache: fresh ? "no-cache" : "default" });
}

/** Sends JSON, and gives what came of it. */
export function send(method, path, body, headers = {}) {
    const type = method === "PATCH" ? "application/merge-patch+json" : "application/json";
    return call(new URL(path, API), {
        method,
        headers: { Accept: "application/json", ...(body && { "Content-Type": type }), ...headers },
        body: body && JSON.stringify(body),
    });
}

async function call(url, request) {
    let response;
    try {
        response = await fetch(url, request);
    } catch {
        throw new Unreachable("The server cannot be reached.");
    }
    if (!response.ok) {
        throw await problem(response);
    }
    return response.status === 204 ? null : response.json();
}

async function problem(response) {
    const isProblem = response.headers.get("Content-Type")?.startsWith("application/problem+json");
    // Whatever stands between may answer in its own way, as a proxy does for a server that is down.
    const members = isProblem ? await response.json() : { status: response.status, title: "The server did not answer as it should" };
    return new Problem(members, Number(response.headers.get("Retry-After")) || null);
}

/** The cursor in a page's reference to the next one: what an address of this site hands on as ?after=. Null on the last page. */
export function cursor(page) {
    return page.next && new URL(page.next, API).searchParams.get("after");
}
