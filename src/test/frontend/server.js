// Serves the site's files, which are all static. Any host of static files will do, if it answers every address that is no file with
// index.html, and sends these headers.
import { readFile } from "node:fs/promises";
import { createServer } from "node:http";
import { extname, join, normalize } from "node:path";
import { fileURLToPath } from "node:url";

const FILES = fileURLToPath(new URL("site/", import.meta.url));

const MEDIA_TYPES = {
    ".css": "text/css; charset=utf-8",
    ".html": "text/html; charset=utf-8",
    ".js": "text/javascript; charset=utf-8",
    ".svg": "image/svg+xml",
};

/**
 * What a page of this site may do, and nothing else. Strings become HTML through one policy alone, the one in dom.js: elsewhere the browser
 * refuses (Trusted Types).
 */
function contentSecurityPolicy(api, images) {
    return [
        "default-src 'none'",
        "script-src 'self'",
        "style-src 'self'",
        `img-src 'self' ${images}`,
        `connect-src ${api}`,
        "base-uri 'none'",
        "form-action 'none'", // the script sends the form
        "frame-ancestors 'none'",
        "require-trusted-types-for 'script'",
        "trusted-types sanitised-html",
    ].join("; ");
}

/** Starts the site; its settings are the origin of the API, and where pictures may come from. Port 0 is any free one. */
export async function serve({ api, images = "https:", name = "The Harbour Review", port = 0, host = "127.0.0.1" }) {
    const config = `export const API = ${JSON.stringify(api)};\nexport const SITE_NAME = ${JSON.stringify(name)};\n`;

    const server = createServer(async (request, response) => {
        const { pathname } = new URL(request.url, "http://site");
        const file = extname(pathname) ? normalize(pathname) : "index.html";
        try {
            const content = file === "/config.js" ? config : await readFile(join(FILES, file));
            response.writeHead(200, {
                "Content-Type": MEDIA_TYPES[extname(file)],
                "Content-Security-Policy": contentSecurityPolicy(api, images),
                "Cache-Control": "no-cache",
                "Referrer-Policy": "strict-origin-when-cross-origin",
                "X-Content-Type-Options": "nosniff",
            });
            response.end(content);
        } catch {
            response.writeHead(404, { "Content-Type": "text/plain" });
            response.end("There is no such file.\n");
        }
    });
    await new Promise((resolve) => server.listen(port, host, resolve));
    return { url: `http://${host}:${server.address().port}`, stop: () => stop(server) };
}

function stop(server) {
    server.closeAllConnections();
    return new Promise((resolve) => server.close(resolve));
}

if (process.argv[1] === fileURLToPath(import.meta.url)) {
    const api = process.env.STANDFIRST_URL ?? "http://localhost:8080";
    const site = await serve({ api, port: Number(process.env.PORT ?? 3000), host: "localhost" });
    console.log(`The site is at ${site.url}, and reads from ${api}`);
}
