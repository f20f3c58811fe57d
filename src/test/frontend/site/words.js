// Says moments and amounts in words.

const day = new Intl.DateTimeFormat("en-GB", { dateStyle: "long" });
const moment = new Intl.DateTimeFormat("en-GB", { dateStyle: "medium", timeStyle: "short" });
const list = new Intl.ListFormat("en-GB");

/** A date as the reader's own calendar has it: the API's moments are in UTC. */
export function asDay(timestamp) {
    return day.format(new Date(timestamp));
}

export function asMoment(timestamp) {
    return moment.format(new Date(timestamp));
}

export function readingTime(minutes) {
    return minutes === 1 ? "1 min read" : `${minutes} mins read`;
}

/** Puts commas and “and” between parts, which need not be strings. */
export function joined(parts) {
    const names = parts.map((_, index) => String(index));
    return list.formatToParts(names).map(({ type, value }) => (type === "element" ? parts[value] : value));
}
