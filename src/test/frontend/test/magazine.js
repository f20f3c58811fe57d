// Publishes the demonstration magazine through the management API, as an importer would.
import { readFile } from "node:fs/promises";

const MAGAZINE = new URL("../../../main/resources/demo/", import.meta.url);

/** A client of the management API with the rights of a key. */
export function management(api, key) {
    return async function send(method, path, body, headers = {}) {
        const response = await fetch(new URL(path, api), {
            method,
            headers: { Authorization: `Bearer ${key}`, "Content-Type": "application/json", ...headers },
            body: body && JSON.stringify(body),
        });
        if (!response.ok) {
            throw new Error(`${method} ${path} was answered with ${response.status}: ${await response.text()}`);
        }
        return response.status === 204 ? null : response.json();
    };
}

/** Publishes authors, tags, stories and their links; their pictures come from another address than the magazine's own. */
export async function publishMagazine(send, pictures) {
    const text = async (file) =>
        (await readFile(new URL(file, MAGAZINE), "utf8")).replaceAll("https://images.example.org", pictures);
    const { authors, tags, articles } = JSON.parse(await text("magazine.json"));
    await Promise.all(authors.map((author) => send("POST", "/v1/manage/authors", author)));
    await Promise.all(tags.map((tag) => send("POST", "/v1/manage/tags", tag)));
    const slugs = await Promise.all(
        articles.map(async ({ story, related, publishedAt, ...article }) => {
            const body = { source: await text(story) };
            const { slug } = await send("POST", "/v1/manage/articles", { ...article, body, publishedAt: counted(publishedAt) });
            return slug;
        }),
    );
    await Promise.all(
        articles.map(({ related: items }, index) =>
            items && send("PUT", `/v1/manage/articles/${slugs[index]}/related`, { items }, { "If-Match": "*" })),
    );
}

/** The magazine counts its dates from the day it is published: P2D is in two days, -P9DT1H was nine days and an hour ago. */
function counted(duration) {
    const parts = duration?.match(/^(-?)P(?:(\d+)D)?(?:T(?:(\d+)H)?(?:(\d+)M)?)?$/);
    if (!parts) {
        return undefined;
    }
    const [, sign, days = 0, hours = 0, minutes = 0] = parts;
    const milliseconds = ((Number(days) * 24 + Number(hours)) * 60 + Number(minutes)) * 60_000;
    return new Date(Date.now() + (sign ? -milliseconds : milliseconds)).toISOString();
}
