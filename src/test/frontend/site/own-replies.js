// What this browser remembers of the replies left with it. For each the API gives an edit token, which lets its holder change or delete the
// reply for a while, and by which a reader whose replies were approved is known again. The e-mail address is not kept.
//
// Editing is over when the tab is closed. Being known again lasts, and so a reader has to ask for it: see the form.

const EDITABLE = "own-replies";
const KNOWN = "known-reader";

/** Keeps a reply as long as this tab is open: its id, editToken, editableUntil and the text as it was typed. */
export function keepReply(reply) {
    sessionStorage.setItem(EDITABLE, JSON.stringify({ ...replies(), [reply.id]: reply }));
}

/** The reply of this id, if it was left here and can still be changed. */
export function ownReply(id) {
    const reply = replies()[id];
    return reply && Date.parse(reply.editableUntil) > Date.now() ? reply : null;
}

export function forgetReply(id) {
    const { [id]: _, ...others } = replies();
    sessionStorage.setItem(EDITABLE, JSON.stringify(others));
}

function replies() {
    return JSON.parse(sessionStorage.getItem(EDITABLE) ?? "{}");
}

/** The reader's name and the token of a reply, if this browser was asked to remember them. */
export function knownReader() {
    return JSON.parse(localStorage.getItem(KNOWN) ?? "null");
}

export function rememberReader(reader) {
    localStorage.setItem(KNOWN, JSON.stringify(reader));
}

export function forgetReader() {
    localStorage.removeItem(KNOWN);
}
