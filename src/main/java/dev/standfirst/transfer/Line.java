package dev.standfirst.transfer;

import com.fasterxml.jackson.databind.node.ObjectNode;
import dev.standfirst.article.ExternalRef;
import java.util.List;
import java.util.UUID;
import org.jspecify.annotations.Nullable;

/**
 * A line of a file, as far as it can be read without the database.
 *
 * @param number its number in the file, from 1
 * @param text the line itself
 * @param hash a hash of the text
 * @param externalRef what another system calls the thing
 * @param self what the thing is known by in this file: its external reference, or else its slug or path
 * @param called all that other lines may call it
 * @param fields the members of its draft
 * @param draft what was read of them, before the things that other systems call so were found; null where it was not yet
 */
record Line(
        long number,
        String text,
        UUID hash,
        ThingType type,
        @Nullable ExternalRef externalRef,
        String self,
        List<Reference> called,
        ObjectNode fields,
        @Nullable Record draft) {

    /** The same line without its slug: one is made of the title or name, or the current one is kept. */
    Line withoutSlug() {
        ObjectNode others = fields.deepCopy();
        others.remove("slug");
        List<Reference> external = called.stream()
                .filter(reference -> reference.external() != null)
                .toList();
        return new Line(number, text, hash, type, externalRef, self, external, others, null);
    }

    /** The same line, of which this was read. */
    Line with(Record read) {
        return new Line(number, text, hash, type, externalRef, self, called, fields, read);
    }
}
