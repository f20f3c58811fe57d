// A reader reads: the front page, older stories, a story and what is related to it, a tag, an author; and what a reader sees of what is not there.
import assert from "node:assert/strict";
import { test } from "node:test";
import { serve } from "../server.js";
import { assertAccessible, newsroom, page, reader } from "./newsroom.js";

const visit = (path) => page.goto(newsroom.site.url + path);
const headline = (name) => page.getByRole("heading", { level: 1, name });
const teasers = () => page.getByRole("main").locator("article");

test("the front page shows the latest stories, and older ones by cursor until there are no more", async () => {
    await visit("/");
    await headline("Latest stories").waitFor();
    assert.equal(await teasers().count(), 10);
    await page.getByRole("navigation", { name: "Sections" }).getByRole("link", { name: "Harbour" }).waitFor();
    await assertAccessible("front");

    const seen = await titles();
    const older = page.getByRole("link", { name: "Older stories" });
    await older.click();
    await headline("Older stories").waitFor();
    seen.push(...(await titles()));
    assert.equal(await older.count(), 0, "there is no third page");
    assert.equal(new Set(seen).size, 18, "every live story is there once");
    await assertAccessible("older");

    await page.goBack();
    await headline("Latest stories").waitFor();
    assert.equal(await teasers().count(), 10);
    reader.assertNoComplaints();
});

async function titles() {
    return teasers().getByRole("heading", { level: 2 }).allTextContents();
}

test("a story has all that a news story has", async () => {
    const { items } = await (await fetch(new URL("/v1/articles?tag=keepers&include=authors,tags", newsroom.api))).json();
    const slug = "the-last-keeper-of-the-fog";
    const teaser = items.find((item) => item.slug === slug);
    const story = await (await fetch(new URL(`/v1/articles/${slug}`, newsroom.api))).json();

    await visit(`/stories/${slug}`);
    await headline(story.title).waitFor();
    const article = page.getByRole("main").getByRole("article").first();
    const metadata = article.locator("> .metadata");
    assert.equal(await metadata.locator("time").getAttribute("datetime"), story.publishedAt);
    await metadata.getByText("3 mins read").waitFor();
    await metadata.getByRole("link", { name: story.authors[0].name }).waitFor();
    await article.locator("> header").getByText(story.kicker, { exact: true }).waitFor();
    await article.locator("> header").getByText(story.standfirst, { exact: true }).waitFor();

    const leadImage = article.getByRole("figure").first();
    await leadImage.getByRole("img", { name: story.image.alt }).waitFor();
    await leadImage.getByText(story.image.caption).waitFor();
    await leadImage.getByText(story.image.credit).waitFor();

    for (const { text, anchor, level } of story.outline) {
        await article.locator(`h${level}#${anchor}`).getByText(text).waitFor();
    }
    const sources = article.getByRole("region", { name: "Sources" });
    for (const { url } of story.sources) {
        assert.equal(await article.locator(`.body a[href="${url}"]`).count() > 0, true, `the text links to ${url}`);
        await sources.locator(`a[href="${url}"]`).waitFor();
    }
    for (const { name } of teaser.tags) {
        await article.getByRole("navigation", { name: "More on" }).getByRole("link", { name, exact: true }).waitFor();
    }
    const author = await (await fetch(new URL(`/v1/authors/${story.authors[0].slug}`, newsroom.api))).json();
    await article.getByRole("region", { name: "Written by" }).getByText(author.bio).waitFor();

    const dontMiss = page.getByRole("region", { name: "Don’t miss" });
    await dontMiss.getByRole("article").first().waitFor();
    assert.equal(await dontMiss.getByRole("article").count(), 6);
    assert.equal(await page.title(), `${story.seo.title} – The Harbour Review`);
    await assertAccessible("story");
    reader.assertNoComplaints();
});

test("a related story leads on, and back", async () => {
    await visit("/stories/harbour-pilots-vote-for-a-quieter-horn");
    const dontMiss = page.getByRole("region", { name: "Don’t miss" });
    await dontMiss.getByRole("link", { name: "The last keeper of the fog" }).click();
    await headline("The last keeper of the fog").waitFor();
    await page.goBack();
    await headline("Harbour pilots vote for a quieter horn").waitFor();
    reader.assertNoComplaints();
});

test("stories in other languages say so", async () => {
    await visit("/stories/au-cafe-des-etoiles-on-attend-la-maree");
    await headline("Au Café des Étoiles, on attend la marée").waitFor();
    assert.equal(await page.locator(".story header").getAttribute("lang"), "fr");
    assert.equal(await page.locator(".story .body").getAttribute("lang"), "fr");
    await assertAccessible("story-french");
    reader.assertNoComplaints();
});

test("an old slug leads to the story, and the address bar gets the new one", async () => {
    const { slug } = await newsroom.send("POST", "/v1/manage/articles", { title: "A name to lose", status: "published" });
    await newsroom.send("PATCH", `/v1/manage/articles/${slug}`, { slug: "a-name-to-keep" }, {
        "If-Match": "*",
        "Content-Type": "application/merge-patch+json",
    });
    await visit("/stories/a-name-to-lose");
    await headline("A name to lose").waitFor();
    await page.waitForURL("**/stories/a-name-to-keep");
    assert.equal(newsroom.received.find(({ url }) => url === "/v1/articles/a-name-to-lose").status, 308);
    reader.assertNoComplaints();

    await newsroom.send("DELETE", "/v1/manage/articles/a-name-to-keep", null, { "If-Match": "*" });
    await visit("/stories/a-name-to-keep");
    await headline("This is no longer here").waitFor();
    await assertAccessible("gone");
    for (const complaint of reader.complaints()) {
        assert.match(complaint, /status of 410/); // Chromium's own line for each
    }
});

test("a tag and an author have pages, by cursor too", async () => {
    await visit("/stories/the-last-keeper-of-the-fog");
    await page.getByRole("navigation", { name: "More on" }).getByRole("link", { name: "Tides and weather" }).click();
    await headline("Tides and weather").waitFor();
    assert.ok((await teasers().count()) >= 6);
    await assertAccessible("tag");

    await page.getByRole("link", { name: "Ines Calloway" }).first().click();
    await headline("Ines Calloway").waitFor();
    await page.getByText("She came to the Review from a tugboat").waitFor();
    await assertAccessible("author");
    reader.assertNoComplaints();
});

test("an address that is not the site's goes where an editor said, or nowhere", async () => {
    await newsroom.send("POST", "/v1/manage/redirects?upsert=true", { path: "/2019/05/fog/", article: "the-last-keeper-of-the-fog" });
    await visit("/2019/05/fog/");
    await headline("The last keeper of the fog").waitFor();
    reader.assertNoComplaints();

    await visit("/2019/05/mist/");
    await headline("There is nothing here").waitFor();
    await assertAccessible("nothing");
    assert.match(reader.complaints().join("\n"), /^[^\n]*status of 404[^\n]*$/);
});

test("a server that is away is spoken of politely", async () => {
    const site = await serve({ api: "http://127.0.0.1:9" }); // the port of “discard”, which browsers and servers leave alone
    try {
        await page.goto(site.url);
        await headline("There is no connection").waitFor();
        await page.getByRole("button", { name: "Try again" }).waitFor();
        await assertAccessible("unreachable");
        reader.complaints();
    } finally {
        await site.stop();
    }
});

test("the keyboard reaches the content first, and each story by one stop", async () => {
    await visit("/");
    await headline("Latest stories").waitFor();
    await page.keyboard.press("Tab");
    const skip = page.getByRole("link", { name: "Skip to the content" });
    assert.equal(await skip.evaluate((link) => link === document.activeElement), true);
    await page.keyboard.press("Enter");
    await page.keyboard.press("Tab");
    assert.equal(await page.evaluate(() => document.activeElement.closest("main article.lead h2") !== null), true);
    reader.assertNoComplaints();
});

test("pages of other origins may read delivery, and nothing of management", async () => {
    await visit("/");
    await headline("Latest stories").waitFor();
    const again = await page.evaluate(async (address) => {
        const first = await fetch(address, { cache: "no-store" });
        const etag = first.headers.get("ETag");
        const second = await fetch(address, { cache: "no-store", headers: { "If-None-Match": etag } });
        return { etag, link: first.headers.get("Link"), status: second.status };
    }, `${newsroom.api}/v1/articles?limit=1`);
    assert.ok(again.etag, "a page reads the ETag");
    assert.match(again.link, /rel="next"/, "a page reads the link to the next page");
    assert.equal(again.status, 304);
    const [preflight] = reader.preflights;
    assert.equal(preflight.asked["access-control-request-headers"], "if-none-match");
    assert.equal(preflight.status, 204);
    assert.equal(preflight.allowed["access-control-allow-origin"], "*");
    for (const { url, headers } of newsroom.received) {
        assert.equal(headers["access-control-allow-origin"], "*", url);
    }
    reader.assertNoComplaints();

    const management = await page.evaluate(
        (address) => fetch(address, { headers: { Authorization: "Bearer none" } }).then(() => "read", () => "refused"),
        `${newsroom.api}/v1/manage/articles`,
    );
    assert.equal(management, "refused");
    assert.match(reader.complaints()[0], /blocked by CORS policy/);
});
