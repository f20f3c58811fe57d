// Stands between the browser and the API, passes everything on as it is, and keeps all that the API answered. A browser itself forgets the
// bodies of a page that was left, and of redirects.
import { createServer, request as send } from "node:http";
import { gunzipSync } from "node:zlib";

export async function startRelay(api) {
    const received = [];

    const server = createServer((request, response) => {
        const { method, url, headers } = request;
        const passedOn = send(new URL(url, api), { method, headers }, (answer) => {
            const { statusCode: status, headers, rawHeaders } = answer;
            const chunks = [];
            answer.on("data", (chunk) => chunks.push(chunk));
            answer.on("end", () => {
                const bytes = Buffer.concat(chunks);
                const isZipped = headers["content-encoding"] === "gzip" && bytes.length > 0;
                received.push({ method, url, status, headers, body: (isZipped ? gunzipSync(bytes) : bytes).toString() });
            });
            response.writeHead(status, rawHeaders);
            answer.pipe(response);
        });
        passedOn.on("error", () => response.destroy());
        request.pipe(passedOn);
    });

    await new Promise((resolve) => server.listen(0, "127.0.0.1", resolve));
    return {
        url: `http://127.0.0.1:${server.address().port}`,
        received,
        stop: () => new Promise((resolve) => (server.closeAllConnections(), server.close(resolve))),
    };
}
