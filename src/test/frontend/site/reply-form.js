// “Leave a reply”: one form, which moves below the comment that a reader answers.
import { read, send, unlessExpected, Unreachable } from "./api.js";
import { element } from "./dom.js";
import { announce } from "./notice.js";
import { forgetReader, keepReply, knownReader, rememberReader } from "./own-replies.js";

/**
 * Makes the form for the comments at a path of the API; shows the comment that came of it by the function given. Each field is named by its
 * place in what is sent, which is how the API names the places of faults.
 */
export function replyForm(path, show) {
    const body = element("textarea", { name: "#/body", rows: 6, required: true });
    const name = element("input", { name: "#/author/name", required: true, autocomplete: "name" });
    const email = element("input", { name: "#/author/email", type: "email", required: true, autocomplete: "email" });
    const url = element("input", { name: "#/author/url", type: "url", autocomplete: "url", placeholder: "https://" });
    const remember = element("input", { type: "checkbox" });
    // A trap for robots, which fill in whatever there is. People neither see nor reach it.
    const trap = element("input", { name: "website", tabindex: "-1", autocomplete: "off" });

    const title = element("h3", { id: "leave-a-reply" }, "Leave a reply");
    const cancel = element("button", { type: "button", hidden: true }, "Cancel");
    const submit = element("button", { type: "submit" }, "Send");
    const summary = element("p", { class: "fault", role: "alert" });
    const form = element(
        "form",
        { class: "reply-form", "aria-labelledby": title.id, novalidate: true, hidden: true },
        title,
        summary,
        field("Your reply", body),
        element("div", { class: "pair" }, field("Name", name), field("E-mail address", email)),
        field("Website", url),
        element("label", { class: "check" }, remember, " Remember me on this device"),
        element("div", { class: "trap", "aria-hidden": "true" }, element("label", {}, "Leave this empty", trap)),
        element("p", { class: "actions" }, submit, cancel),
        element("p", { class: "quiet" }, "Your e-mail address is not published."),
    );
    const closed = element("p", { class: "quiet", hidden: true }, "Replies to this story are closed.");
    const place = element("div", { class: "form-place" }, form, closed);

    let parent = null;
    let askedBy = null;
    let formToken = null;
    // Names what is sent, so that sending it again after a lost connection does not leave it twice. Another text needs another name.
    let idempotencyKey = null;

    form.addEventListener("input", () => {
        idempotencyKey = null;
    });
    form.addEventListener("submit", (event) => {
        event.preventDefault();
        clearFaults();
        if (form.checkValidity()) {
            leave();
        } else {
            showFaults([...form.elements].filter(({ validity }) => validity?.valid === false).map((faulty) => ({
                pointer: faulty.name,
                detail: faulty.validationMessage,
            })));
        }
    });
    cancel.addEventListener("click", () => {
        settle();
        askedBy?.focus();
    });

    return { element: place, open, answer };

    /** Asks whether replies are open, and for the token that goes with a form; it is of this moment, so it is never kept. */
    async function open() {
        try {
            const state = await read(`${path}/form`);
            formToken = state.formToken;
            body.maxLength = state.maxLength;
            name.value ||= knownReader()?.name ?? "";
            remember.checked = knownReader() !== null;
            form.hidden = !state.open;
            closed.hidden = state.open;
        } catch (error) {
            unlessExpected(error);
            closed.textContent = "Replies cannot be left just now.";
            closed.hidden = false;
        }
    }

    /** Moves the form below a comment, to answer it. */
    function answer(comment, pressed) {
        parent = comment;
        askedBy = pressed;
        idempotencyKey = null;
        title.textContent = `Reply to ${comment.author.name ?? "this"}`;
        cancel.hidden = false;
        document.getElementById(`comment-${comment.id}`).querySelector("article").after(form);
        body.focus();
    }

    /** Moves the form back to its place. */
    function settle() {
        parent = null;
        title.textContent = "Leave a reply";
        cancel.hidden = true;
        clearFaults();
        place.prepend(form);
    }

    async function leave() {
        submit.disabled = true;
        idempotencyKey ??= crypto.randomUUID();
        const reader = knownReader();
        const comment = {
            author: { name: name.value, email: email.value, ...(url.value && { url: url.value }) },
            body: body.value,
            formToken,
            ...(parent && { parentId: parent.id }),
            ...(trap.value && { website: trap.value }),
        };
        try {
            const left = await send("POST", path, comment, {
                "Idempotency-Key": `"${idempotencyKey}"`,
                ...(reader && { Authorization: `Bearer ${reader.token}` }),
            });
            accept(left);
        } catch (error) {
            unlessExpected(error);
            refuse(error);
        } finally {
            submit.disabled = false;
        }
    }

    function accept(left) {
        const { id, status, editToken, editableUntil } = left;
        if (editToken) { // there is none in an answer that is given again
            keepReply({ id, editToken, editableUntil, body: body.value });
        }
        if (!remember.checked) {
            forgetReader();
        } else if (editToken) {
            rememberReader({ name: left.author.name, token: editToken });
        }
        const comment = {
            ...left,
            replyTo: parent && { id: parent.id, name: parent.author.name },
            replies: [],
        };
        body.value = "";
        idempotencyKey = null;
        settle();
        show(comment);
        announce(
            status === "pending"
                ? "Thank you. Your reply is held until an editor has read it."
                : "Thank you. Your reply is published.",
        );
        open(); // the next reply wants a token of its own
    }

    function refuse(error) {
        if (error instanceof Unreachable) {
            summary.textContent = "There is no connection just now. What you wrote is still here: send it again in a moment.";
        } else if (error.status === 429 && error.retryAfter) {
            summary.textContent = `That was too fast. Send it again in ${error.retryAfter} seconds.`;
        } else {
            summary.textContent = error.message;
            showFaults(error.errors);
            if (error.errors.some(({ pointer }) => pointer === "#/formToken")) {
                open(); // the form stood open for too long
            }
        }
    }

    /** Says at each field what is wrong with it, and goes to the first. */
    function showFaults(faults) {
        const found = faults
            .map(({ pointer, detail }) => ({ faulty: form.elements.namedItem(pointer), detail }))
            .filter(({ faulty }) => faulty instanceof HTMLElement);
        for (const { faulty, detail } of found) {
            faulty.setAttribute("aria-invalid", "true");
            document.getElementById(faulty.getAttribute("aria-describedby")).textContent = detail;
        }
        found[0]?.faulty.focus();
    }

    function clearFaults() {
        summary.textContent = "";
        for (const faulty of form.querySelectorAll("[aria-invalid]")) {
            faulty.removeAttribute("aria-invalid");
            document.getElementById(faulty.getAttribute("aria-describedby")).textContent = "";
        }
    }
}

let fields = 0;

/** A field with its label, and a line for what is wrong with it. */
function field(label, control) {
    fields += 1;
    control.id = `field-${fields}`;
    const fault = element("span", { id: `fault-${fields}`, class: "fault" });
    control.setAttribute("aria-describedby", fault.id);
    return element(
        "p",
        { class: "field" },
        element("label", { for: control.id }, label, control.required && element("span", { class: "quiet" }, " (required)")),
        control,
        fault,
    );
}
