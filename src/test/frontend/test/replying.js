// A reader leaves a reply, waits for an editor, is answered and answers; and the address that was given with it is nowhere to be found.
import assert from "node:assert/strict";
import { createHash } from "node:crypto";
import { test } from "node:test";
import { assertAccessible, newsroom, page, reader } from "./newsroom.js";

const EMAIL = "Wilhelmina.Brackwater@example.org";
const STORY = "harbour-pilots-vote-for-a-quieter-horn";

const replies = () => page.getByRole("region", { name: "Replies" });
const form = () => replies().getByRole("form");
const notice = (text) => page.getByRole("status").getByText(text);
const reply = (text) => replies().getByRole("article").filter({ has: page.getByText(text, { exact: true }) });

async function visit(story = STORY) {
    await page.goto(`${newsroom.site.url}/stories/${story}`);
    await form().waitFor();
}

async function fill({ body, name = "Wilhelmina", email = EMAIL }) {
    await form().getByLabel("Your reply").fill(body);
    await form().getByLabel("Name", { exact: false }).first().fill(name);
    await form().getByLabel("E-mail address").fill(email);
}

const send = () => form().getByRole("button", { name: "Send" }).click();

/** Does what an editor does: approves all that is held. */
async function approveAll() {
    const { items } = await newsroom.send("GET", "/v1/manage/comments?status=pending");
    for (const { id } of items) {
        await newsroom.send("POST", `/v1/manage/comments/${id}/approve`);
    }
    return items.length;
}

test("a reply is held, approved, seen, and answered, and the address is told to nobody", async () => {
    await visit();
    await replies().getByText("Nobody has replied yet.").waitFor();
    await form().getByText("Your e-mail address is not published.").waitFor();
    await assertAccessible("form");

    await fill({ body: "Nine miles of horn is seven too many." });
    await form().getByLabel("Remember me").check();
    await send();
    await notice("held until an editor has read it").waitFor();
    await reply("Nine miles of horn is seven too many.").getByText("nobody else sees it").waitFor();
    await assertAccessible("held");

    const posted = newsroom.received.find(({ method }) => method === "POST");
    assert.equal(posted.status, 202);
    const preflight = reader.preflights.find(({ asked }) => asked["access-control-request-method"] === "POST");
    assert.equal(preflight.status, 204);
    assert.equal(preflight.allowed["access-control-allow-origin"], "*");
    for (const header of preflight.asked["access-control-request-headers"].split(",")) {
        assert.ok(preflight.allowed["access-control-allow-headers"].toLowerCase().includes(header), header);
    }

    await page.reload();
    await replies().getByText("Nobody has replied yet.").waitFor();
    assert.equal(await approveAll(), 1);
    await page.reload();
    await reply("Nine miles of horn is seven too many.").waitFor();

    // A known reader: shown at once.
    await reply("Nine miles of horn is seven too many.").getByRole("button", { name: "Reply to Wilhelmina" }).click();
    await page.getByRole("heading", { name: "Reply to Wilhelmina" }).waitFor();
    await assertAccessible("answering");
    assert.equal(await form().getByLabel("Name", { exact: false }).first().inputValue(), "Wilhelmina", "the name is remembered");
    await fill({ body: "And the two are for the gulls." });
    await send();
    await notice("Your reply is published").waitFor();
    await page.reload();
    const answered = page.locator("li", { has: page.getByText("Nine miles of horn is seven too many.") }).first();
    await answered.locator("ol li").getByText("And the two are for the gulls.").waitFor();
    await assertAccessible("thread");
    reader.assertNoComplaints();
    assertUnknown(EMAIL);
});

/** Looks through everything that the browser was sent, for the address and for what is made of addresses elsewhere. */
function assertUnknown(email) {
    const forms = [email, email.toLowerCase()];
    const hashes = forms.flatMap((form) => ["md5", "sha1", "sha256"].map((name) => createHash(name).update(form).digest("hex")));
    const codes = forms.flatMap((form) => [Buffer.from(form).toString("base64"), encodeURIComponent(form)]);
    const traces = [...forms, ...hashes, ...codes].map((trace) => trace.toLowerCase());
    assert.ok(newsroom.received.length > 10);
    for (const { method, url, headers, body } of newsroom.received) {
        const all = `${url}\n${JSON.stringify(headers)}\n${body}`.toLowerCase();
        assert.deepEqual(traces.filter((trace) => all.includes(trace)), [], `${method} ${url}`);
    }
}

test("what is wrong with a reply is said at the field", async () => {
    await visit();
    await send();
    assert.equal(await form().getByLabel("Your reply").getAttribute("aria-invalid"), "true");
    assert.equal(await form().getByLabel("Your reply").evaluate((field) => field === document.activeElement), true);
    await assertAccessible("faults");
    reader.assertNoComplaints();

    await fill({ body: "Is anybody there?", email: "nobody@nowhere" }); // which a browser lets pass
    await send();
    const email = form().getByLabel("E-mail address");
    await page.locator("input[type=email][aria-invalid=true]").waitFor();
    assert.notEqual(await page.locator(`#${await email.getAttribute("aria-describedby")}`).textContent(), "");
    assert.match(reader.complaints().join("\n"), /^[^\n]*status of 422[^\n]*$/);
});

test("a reply that was sent without a connection is sent again, and left once", async () => {
    await visit("leave-the-gulls-alone");
    await fill({ body: "It was my sandwich." });
    await reader.context.setOffline(true);
    await send();
    await form().getByRole("alert").getByText("send it again in a moment").waitFor();
    await reader.context.setOffline(false);
    await send();
    await notice("held until an editor has read it").waitFor();
    assert.match(reader.complaints().join("\n"), /ERR_INTERNET_DISCONNECTED/);
    assert.equal(await approveAll(), 1);
});

test("a reader changes and deletes the own reply", async () => {
    await visit("keep-the-fish-market-roof");
    await fill({ body: "The roof leeks." });
    await send();
    const own = reply("The roof leeks.");
    await own.getByRole("button", { name: "Change" }).click();
    await own.getByRole("textbox").fill("The roof leaks.");
    await own.getByRole("button", { name: "Save" }).click();
    await reply("The roof leaks.").waitFor();
    await reply("The roof leaks.").getByRole("button", { name: "Delete" }).click();
    await replies().getByText("You have deleted this reply.").waitFor();
    // One preflight for both: the browser keeps what it was told of an address.
    const preflight = reader.preflights.find(({ asked }) => asked["access-control-request-method"] === "PATCH");
    assert.match(preflight.allowed["access-control-allow-methods"], /PATCH/);
    assert.match(preflight.allowed["access-control-allow-methods"], /DELETE/);
    assert.equal(await approveAll(), 0);
    reader.assertNoComplaints();
});

test("a long conversation goes on behind a button, and keeps the place of what was deleted", async () => {
    const story = "smoke-salt-and-patience-at-the-kettle-and-rook";
    const { id } = await (await fetch(new URL(`/v1/articles/${story}`, newsroom.api))).json();
    const left = [];
    for (let number = 0; number <= 7; number += 1) {
        left.push(await leave(id, { body: `Course ${number}.`, parentId: left.length > 0 ? left[Math.min(1, number - 1)].id : undefined }));
        await approveAll();
    }
    await fetch(new URL(`/v1/comments/${left[1].id}`, newsroom.api), {
        method: "DELETE",
        headers: { Authorization: `Bearer ${left[1].editToken}` },
    });
    await visit(story);
    await replies().getByText("Course 0.").waitFor();
    await replies().getByText("This reply was deleted.").waitFor();
    assert.equal(await replies().getByText(/^Course \d\.$/).count(), 5);
    await replies().getByRole("button", { name: "Show more of this conversation" }).click();
    await replies().getByText("Course 7.").waitFor();
    assert.equal(await replies().getByText(/^Course \d\.$/).count(), 7);
    await assertAccessible("conversation");
    reader.assertNoComplaints();
});

/** Leaves a reply as a browser does, without one. */
async function leave(article, { body, parentId }) {
    const path = `/v1/articles/${article}/comments`;
    const { formToken } = await (await fetch(new URL(`${path}/form`, newsroom.api))).json();
    const response = await fetch(new URL(path, newsroom.api), {
        method: "POST",
        headers: { "Content-Type": "application/json" },
        body: JSON.stringify({ author: { name: "Josune", email: "josune@example.org" }, body, parentId, formToken }),
    });
    assert.ok(response.ok, await response.clone().text());
    return response.json();
}
