// A reader of blocks as a frontend would write one, with the types that openapi-typescript makes of the contract. .ci/lint compiles it.
import type { components } from "./delivery";

type Block = components["schemas"]["Block"];
type Inline = components["schemas"]["Inline"];

/** Knows every kind of block: with one more or fewer in the contract, this does not compile. */
export function text(block: Block): string {
    switch (block.type) {
        case "paragraph":
        case "heading":
        case "caption":
            return line(block.content);
        case "list":
            return block.items.map((item) => (item.number ?? "•") + line(item.term ?? []) + all(item.blocks)).join("\n");
        case "quote":
        case "figure":
            return all(block.blocks);
        case "details":
            return line(block.summary ?? []) + "\n\n" + all(block.blocks);
        case "footnote":
            return block.number + ". " + all(block.blocks);
        case "table":
            return block.rows.map((row) => row.cells.map((cell) => all(cell.blocks)).join("\t")).join("\n");
        case "code":
            return block.text;
        case "image":
            return block.alt ?? "";
        case "embed":
            return block.title ?? block.url;
        case "divider":
            return "";
    }
}

function all(blocks: Block[]): string {
    return blocks.map(text).join("\n\n");
}

function line(content: Inline[]): string {
    return content.map(words).join("");
}

function words(piece: Inline): string {
    switch (piece.type) {
        case "text":
            return piece.marks.includes("quoted") ? "“" + piece.text + "”" : piece.text;
        case "link":
            return line(piece.content) + " <" + piece.link.url + ">";
        case "image":
            return piece.alt ?? "";
        case "footnote-call":
            return "[" + piece.number + "]";
        case "break":
            return "\n";
    }
}

/** Forgets the breaks, which the compiler must not let pass. */
// @ts-expect-error
export function forgetful(piece: Inline): string {
    switch (piece.type) {
        case "text":
        case "link":
        case "image":
        case "footnote-call":
            return piece.type;
    }
}
