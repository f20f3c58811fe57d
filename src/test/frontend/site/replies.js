// The replies to a story, as a thread, and what readers can do with their own.
import { read, send, unlessExpected } from "./api.js";
import { element, insertSanitised } from "./dom.js";
import { announce } from "./notice.js";
import { forgetReply, keepReply, ownReply } from "./own-replies.js";
import { replyForm } from "./reply-form.js";
import { asMoment } from "./words.js";

/** How deep replies are indented: below, they stand side by side and say whom they answer. */
const DEEPEST = 4;

/** The block below a story: the form, and the thread, both of which come when they come. */
export function repliesTo(story) {
    const path = `/v1/articles/${story.id}/comments`;
    const thread = element("ol", { class: "thread" });
    const empty = element("p", { class: "quiet", hidden: true }, "Nobody has replied yet.");
    const form = replyForm(path, show);
    const block = element(
        "section",
        { class: "replies", "aria-labelledby": "replies" },
        element("h2", { id: "replies" }, "Replies"),
        form.element,
        empty,
        thread,
    );
    showPage(`${path}?view=tree&sort=oldest&limit=20&replies=5`).then(showTarget, (error) => {
        unlessExpected(error);
        empty.textContent = "The replies cannot be shown just now.";
        empty.hidden = false;
    });
    form.open();
    return block;

    async function showPage(reference) {
        // Whoever has just replied, and comes back, expects to find the reply.
        const { items, page } = await read(reference, {}, { fresh: true });
        const made = items.map((comment) => entry(comment, 1));
        thread.append(...made);
        empty.hidden = thread.childElementCount > 0;
        if (page.next) {
            thread.after(button("Show more replies", (pressed) => attempt(() => goOn(pressed, page.next))));
        }
        return made;
    }

    async function goOn(pressed, reference) {
        const [first] = await showPage(reference);
        pressed.remove();
        focusOn(first); // where to read on: the button is gone
    }

    /** Shows the reader's own reply at its place, whether everybody sees it already or not. */
    function show(comment) {
        empty.hidden = true;
        focusOn(place(comment));
    }

    /** Puts a comment below the one that it answers, if that one is on the page; otherwise at the end of the thread. */
    function place(comment) {
        const parent = comment.parentId && document.getElementById(`comment-${comment.parentId}`);
        const depth = parent ? Number(parent.dataset.depth) : 0;
        if (!parent) {
            const made = entry(comment, 1);
            thread.append(made);
            return made;
        }
        const isDeep = depth >= DEEPEST;
        const list = isDeep ? parent.parentElement : parent.querySelector(":scope > ol");
        const made = entry(isDeep ? comment : { ...comment, replyTo: null }, Math.min(depth + 1, DEEPEST));
        list.append(made);
        return made;
    }

    function entry(comment, depth) {
        document.getElementById(`comment-${comment.id}`)?.remove(); // the reader's own, which was shown at the end until its turn came
        const replies = element("ol", { class: "thread" });
        const made = element(
            "li",
            { id: `comment-${comment.id}`, "data-depth": depth },
            comment.status === "deleted" ? tombstone() : words(comment),
            replies,
        );
        replies.append(...comment.replies.map((reply) => entry(reply, Math.min(depth + 1, DEEPEST))));
        if (comment.moreReplies) {
            replies.after(moreReplies(comment));
        }
        return made;
    }

    function tombstone() {
        return element("p", { class: "quiet" }, "This reply was deleted.");
    }

    function words(comment) {
        const { id, author, status, html } = comment;
        const text = insertSanitised(element("div", { class: "words", dir: "auto" }), html);
        return element(
            "article",
            { "aria-labelledby": `by-${id}`, tabindex: "-1" },
            head(comment),
            text,
            status === "pending" && element("p", { class: "held" }, "An editor has yet to read this. Until then nobody else sees it."),
            element(
                "p",
                { class: "actions" },
                status === "approved" && button("Reply", (pressed) => form.answer(comment, pressed), `Reply to ${nameOf(author)}`),
                ownReply(id) && ownActions(comment, text),
            ),
        );
    }

    function moreReplies({ moreReplies }) {
        let reference = moreReplies;
        const more = button("Show more of this conversation", () => attempt(async () => {
            const { items, page } = await read(reference);
            // The list goes on behind the last that is here, and has each comment before those that answer it.
            const [first] = items.map(place);
            focusOn(first);
            reference = page.next;
            more.hidden = reference === null;
        }));
        more.classList.add("more");
        return more;
    }
}

function focusOn(made) {
    made?.querySelector("article")?.focus();
}

/** What to call somebody: a site may not ask for names, and of a comment that was deleted there is none. */
export function nameOf(somebody) {
    return somebody.name ?? "somebody";
}

function head({ id, author, createdAt, editedAt, replyTo }) {
    return element(
        "header",
        { class: "metadata" },
        element(
            "span",
            { id: `by-${id}`, class: "by" },
            // What a reader gives as a website is not vouched for.
            author.url ? element("a", { href: author.url, rel: "ugc nofollow" }, nameOf(author)) : nameOf(author),
            author.staff && element("span", { class: "staff" }, " Staff"),
        ),
        replyTo && element("span", {}, "in reply to ", element("a", { href: `#comment-${replyTo.id}` }, nameOf(replyTo))),
        element("a", { href: `#comment-${id}` }, element("time", { datetime: createdAt }, asMoment(createdAt))),
        editedAt && element("span", { title: asMoment(editedAt) }, "edited"),
    );
}

/** Changes or deletes the reader's own reply. The API wants the edit token for either. */
function ownActions({ id }, text) {
    const change = button("Change", () => {
        const field = element("textarea", { "aria-label": "Your reply", rows: 5, required: true });
        field.value = ownReply(id)?.body ?? text.textContent;
        const editor = element(
            "form",
            {},
            field,
            element("p", { class: "actions" }, element("button", { type: "submit" }, "Save"), button("Leave it as it was", close)),
        );
        editor.addEventListener("submit", (event) => {
            event.preventDefault();
            attempt(async () => {
                const { editToken } = ownReply(id);
                const changed = await send("PATCH", `/v1/comments/${id}`, { body: field.value }, { Authorization: `Bearer ${editToken}` });
                keepReply({ ...ownReply(id), body: field.value });
                insertSanitised(text, changed.html);
                close();
                announce(changed.status === "pending" ? "Your change is held until an editor has read it." : "Your reply is changed.");
            });
        });
        text.hidden = true;
        text.after(editor);
        field.focus();

        function close() {
            editor.remove();
            text.hidden = false;
            change.focus();
        }
    });
    const remove = button("Delete", () =>
        attempt(async () => {
            await send("DELETE", `/v1/comments/${id}`, null, { Authorization: `Bearer ${ownReply(id).editToken}` });
            forgetReply(id);
            text.closest("article").replaceChildren(element("p", { class: "quiet" }, "You have deleted this reply."));
            announce("Your reply is deleted.");
        }),
    );
    return [change, remove];
}

async function attempt(act) {
    try {
        await act();
    } catch (error) {
        unlessExpected(error);
        announce(error.message);
    }
}

function button(text, act, label = null) {
    const made = element("button", { type: "button", "aria-label": label }, text);
    made.addEventListener("click", () => act(made));
    return made;
}

/** The address may end in #comment-…, which was not there when the browser looked. */
function showTarget() {
    if (location.hash.startsWith("#comment-")) {
        document.getElementById(location.hash.slice(1))?.scrollIntoView();
    }
}
