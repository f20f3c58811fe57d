// Everything a test needs around it: the magazine in the API, its pictures, the site on a port of its own, and Chromium.
import assert from "node:assert/strict";
import { mkdir, readFile } from "node:fs/promises";
import { createRequire } from "node:module";
import { userInfo } from "node:os";
import { after, afterEach, beforeEach } from "node:test";
import { fileURLToPath } from "node:url";
import { chromium } from "playwright-core";
import { serve } from "../server.js";
import { management, publishMagazine } from "./magazine.js";
import { servePictures } from "./pictures.js";
import { startRelay } from "./relay.js";

const { STANDFIRST_URL: API, STANDFIRST_KEY: KEY, CHROMIUM = "/usr/bin/chromium" } = process.env;
const SCREENSHOTS = fileURLToPath(new URL("../../../../target/browser/", import.meta.url));
const AXE = await readFile(createRequire(import.meta.url).resolve("axe-core/axe.min.js"), "utf8");

const VIEWS = [
    { name: "light", colorScheme: "light", width: 1280, height: 900 },
    { name: "dark", colorScheme: "dark", width: 1280, height: 900, runOnly: ["color-contrast"] }, // all else is as in light
    { name: "phone", colorScheme: "light", width: 360, height: 740 },
];

/** There is one for all tests, since they fill the API only once. */
export const newsroom = await open();
after(() => newsroom.close());

/** Who reads in the test that runs, each with a browser that knows nothing of the one before; and the page in it. */
export let reader;
export let page;

beforeEach(async () => {
    reader = await newsroom.openReader();
    page = reader.page;
});
afterEach(() => reader?.close());

async function open() {
    const pictures = await servePictures();
    const send = management(API, KEY);
    await publishMagazine(send, pictures.url);
    const relay = await startRelay(API);
    const site = await serve({ api: relay.url, images: pictures.url });
    const browser = await chromium.launch({
        executablePath: CHROMIUM,
        // Chromium does not start its sandbox for root.
        chromiumSandbox: userInfo().uid !== 0,
        args: ["--disable-quic", "--disable-component-update", "--disable-sync"],
    });
    await mkdir(SCREENSHOTS, { recursive: true });
    return {
        /** The API at the address where the browser reads it. */
        api: relay.url,
        /** All that the API has sent the browser. */
        received: relay.received,
        site,
        send,
        openReader: () => openReader(browser),
        close: async () => {
            await browser.close();
            await site.stop();
            await relay.stop();
            await pictures.stop();
        },
    };
}

/**
 * A reader's browser, with a record of all that it complained about. Its requests are not intercepted: Playwright would then answer
 * preflights itself.
 */
async function openReader(browser) {
    const context = await browser.newContext({ locale: "en-GB", timezoneId: "Europe/London" });
    const page = await context.newPage();
    page.setDefaultTimeout(20_000);

    const complaints = [];
    page.on("console", (message) => {
        if (["error", "warning"].includes(message.type())) {
            complaints.push(message.text());
        }
    });
    page.on("pageerror", (error) => complaints.push(String(error)));

    // Preflights are the browser's own, and only the protocol of its developer tools shows them.
    const preflights = [];
    const tools = await context.newCDPSession(page);
    await tools.send("Network.enable");
    tools.on("Network.requestWillBeSent", ({ requestId, request }) => {
        if (request.method === "OPTIONS") {
            preflights.push({ requestId, url: request.url, asked: lowerCase(request.headers) });
        }
    });
    tools.on("Network.responseReceived", ({ requestId, response }) => {
        const preflight = preflights.find((one) => one.requestId === requestId);
        if (preflight) {
            preflight.status = response.status;
            preflight.allowed = lowerCase(response.headers);
        }
    });

    return {
        page,
        context,
        preflights,
        assertNoComplaints: () => assert.deepEqual(complaints, [], "the console is clean"),
        /** Takes the complaints that the test provoked off the record. */
        complaints: () => complaints.splice(0),
        close: () => context.close(),
    };
}

function lowerCase(headers) {
    return Object.fromEntries(Object.entries(headers).map(([name, value]) => [name.toLowerCase(), value]));
}

/** Looks at a page with axe-core and takes its picture: in light and dark, and on a phone, where nothing may hang over the edge. */
export async function assertAccessible(name) {
    for (const { name: view, colorScheme, width, height, runOnly } of VIEWS) {
        await page.emulateMedia({ colorScheme, reducedMotion: "reduce" });
        await page.setViewportSize({ width, height });
        await loadPictures();
        await page.evaluate(AXE);
        const { violations } = await page.evaluate(
            (runOnly) => globalThis.axe.run({ resultTypes: ["violations"], ...(runOnly && { runOnly }) }),
            runOnly,
        );
        assert.deepEqual(
            violations.map(({ id, nodes }) => `${id}: ${nodes.map(({ html, failureSummary }) => `${html} ${failureSummary}`).join("\n")}`),
            [],
            `axe-core finds nothing on ${name} (${view})`,
        );
        const overhang = await page.evaluate(() => document.documentElement.scrollWidth - document.documentElement.clientWidth);
        assert.equal(overhang, 0, `${name} fits its window (${view})`);
        await page.screenshot({ path: `${SCREENSHOTS}${name}-${view}.png`, fullPage: true });
    }
    await page.emulateMedia({ colorScheme: "light", reducedMotion: "reduce" });
    await page.setViewportSize({ width: 1280, height: 900 });
}

/** Waits until all pictures are drawn, those too that load only when a reader comes near. */
async function loadPictures() {
    await page.evaluate(() =>
        Promise.all(
            [...document.images].map((image) => {
                image.loading = "eager";
                return image.decode();
            }),
        ),
    );
}
