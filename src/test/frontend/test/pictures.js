// Draws the pictures that the magazine's stories name, as there are no photographs of a place that does not exist: a sea and a sky in
// colours of their own for each address.
import { createHash } from "node:crypto";
import { createServer } from "node:http";

export async function servePictures() {
    const server = createServer((request, response) => {
        response.writeHead(200, { "Content-Type": "image/svg+xml", "Cache-Control": "max-age=3600" });
        response.end(request.url.includes("/authors/") ? portrait(request.url) : seascape(request.url));
    });
    await new Promise((resolve) => server.listen(0, "127.0.0.1", resolve));
    return {
        url: `http://127.0.0.1:${server.address().port}`,
        stop: () => new Promise((resolve) => (server.closeAllConnections(), server.close(resolve))),
    };
}

function seascape(address) {
    const [hue, light, height, tower, sun] = createHash("sha256").update(address).digest();
    const horizon = 500 + (height % 220);
    const sky = hue * 1.4;
    return `<svg xmlns="http://www.w3.org/2000/svg" width="1600" height="1067" viewBox="0 0 1600 1067">
        <linearGradient id="sky" x2="0" y2="1"><stop stop-color="hsl(${sky} 45% ${30 + (light % 25)}%)"/>
        <stop offset="1" stop-color="hsl(${sky + 40} 60% 82%)"/></linearGradient>
        <linearGradient id="sea" x2="0" y2="1"><stop stop-color="hsl(${sky - 10} 35% 52%)"/>
        <stop offset="1" stop-color="hsl(${sky - 10} 45% 18%)"/></linearGradient>
        <rect width="1600" height="1067" fill="url(#sky)"/>
        <circle cx="${200 + sun * 4.5}" cy="${horizon - 120 - (tower % 120)}" r="70" fill="hsl(${sky + 60} 90% 90%)"/>
        <rect y="${horizon}" width="1600" height="600" fill="url(#sea)"/>
        <path d="M${300 + tower * 4} ${horizon + 8}v-190l16-34 16 34v190z" fill="hsl(${sky} 30% 16%)"/>
        <path d="M0 ${horizon + 6}q400 -30 820 2h-820z" fill="hsl(${sky} 30% 16%)"/>
    </svg>`;
}

function portrait(address) {
    const [hue] = createHash("sha256").update(address).digest();
    return `<svg xmlns="http://www.w3.org/2000/svg" width="800" height="800" viewBox="0 0 8 8">
        <rect width="8" height="8" fill="hsl(${hue * 1.4} 35% 70%)"/><circle cx="4" cy="3.2" r="1.5" fill="hsl(${hue * 1.4} 30% 30%)"/>
        <path d="M1 8a3 3 0 0 1 6 0z" fill="hsl(${hue * 1.4} 30% 30%)"/>
    </svg>`;
}
