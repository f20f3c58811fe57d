package dev.standfirst.author;

import java.util.UUID;
import org.eclipse.microprofile.openapi.annotations.media.Schema;

/** An author of an article. */
public record AuthorRef(
        @Schema(description = "The id, which never changes") UUID id,

        @Schema(description = "The address", examples = "ines-calder")
        String slug,

        @Schema(description = "The name that readers see", examples = "Ines Calder")
        String name) {

    /** The column of a statement on {@code article} that holds its authors in order, as JSON that reads as a list of this record. */
    public static final String OF_ARTICLE = """
            (select coalesce(json_agg(json_build_object('id', author.id, 'slug', author.slug, 'name', author.name)
                                      order by article_author.place), '[]')
             from article_author join author on author.id = article_author.author_id
             where article_author.article_id = article.id) authors""";
}
