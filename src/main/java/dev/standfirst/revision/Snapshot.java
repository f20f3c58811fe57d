package dev.standfirst.revision;

import com.fasterxml.jackson.databind.node.ObjectNode;

/**
 * What a thing says at one of its versions.
 *
 * @param members all that it says but for its text, as the members of a JSON object; always the same ones
 * @param text its text
 */
public record Snapshot(ObjectNode members, Text text) {

    /**
     * A text.
     *
     * @param format how its source is written
     */
    public record Text(String format, String source) {}

    /** The members that are other ones than those of an earlier snapshot. */
    ObjectNode since(Snapshot earlier) {
        ObjectNode changed = members.objectNode();
        members.properties().forEach(member -> {
            if (!member.getValue().equals(earlier.members.get(member.getKey()))) {
                changed.set(member.getKey(), member.getValue());
            }
        });
        return changed;
    }
}
