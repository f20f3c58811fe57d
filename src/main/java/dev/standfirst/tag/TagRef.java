package dev.standfirst.tag;

import java.util.UUID;
import org.eclipse.microprofile.openapi.annotations.media.Schema;

/** A tag on an article. */
public record TagRef(
        @Schema(description = "Its id, which never changes") UUID id,

        @Schema(description = "Its address", examples = "harbour")
        String slug,

        @Schema(description = "What readers see", examples = "Harbour")
        String name,

        @Schema(description = "What kind of thing it stands for")
        TagKind kind) {

    /** The column of a statement on {@code article} that holds its tags in order, as JSON that reads as a list of this record. */
    public static final String OF_ARTICLE = """
            (select coalesce(json_agg(json_build_object('id', tag.id, 'slug', tag.slug, 'name', tag.name, 'kind', tag.kind)
                                      order by article_tag.place), '[]')
             from article_tag join tag on tag.id = article_tag.tag_id where article_tag.article_id = article.id) tags""";
}
