// Tells a reader in passing what has happened. The line has role=status, so screen readers say it without moving there.

const line = document.getElementById("notice");

export function announce(text) {
    line.textContent = text;
}
