package dev.standfirst.delivery;

import com.fasterxml.jackson.core.type.TypeReference;
import dev.standfirst.author.AuthorRef;
import dev.standfirst.comment.CommentRules;
import dev.standfirst.shared.media.Image;
import dev.standfirst.shared.sql.Row;
import dev.standfirst.tag.TagRef;
import java.sql.SQLException;
import java.util.List;
import org.jspecify.annotations.Nullable;

/** How teasers are read: with what {@code ?include=} asks for, and always from the row of {@code article} alone. */
record Teasers(boolean authors, boolean tags, boolean custom, boolean commentCount) {
    private static final TypeReference<Image> IMAGE = new TypeReference<>() {};
    private static final TypeReference<List<Byline>> BYLINES = new TypeReference<>() {};
    private static final TypeReference<List<TagLabel>> LABELS = new TypeReference<>() {};

    /** The columns of a statement on {@code article} that hold a teaser without what may be included. */
    static final String COLUMNS = """
            article.id, article.slug, article.kicker, article.title, article.standfirst,
            coalesce(article.excerpt, article.derived_excerpt) excerpt, article.image, article.language, article.featured,
            article.published_at, article.updated_at, article.word_count, article.reading_minutes""";

    /** Reads the value of the parameter: names of members, separated by commas. */
    static Teasers including(@Nullable String include) {
        List<String> members = include == null ? List.of() : List.of(include.split(","));
        return new Teasers(
                members.contains("authors"),
                members.contains("tags"),
                members.contains("custom"),
                members.contains("commentCount"));
    }

    String columns() {
        return COLUMNS
                + (authors ? ", " + AuthorRef.OF_ARTICLE : "")
                + (tags ? ", " + TagRef.OF_ARTICLE : "")
                + (custom ? ", article.custom" : "")
                + (commentCount ? ", " + CommentRules.COUNT : "");
    }

    ArticleTeaser read(Row row) throws SQLException {
        return new ArticleTeaser(
                row.uuid("id"),
                row.text("slug"),
                row.textOrNull("kicker"),
                row.text("title"),
                row.textOrNull("standfirst"),
                row.text("excerpt"),
                row.jsonOrNull("image", IMAGE),
                row.text("language"),
                row.flag("featured"),
                row.instant("published_at"),
                row.instant("updated_at"),
                row.integer("word_count"),
                row.integer("reading_minutes"),
                authors ? row.json("authors", BYLINES) : null,
                tags ? row.json("tags", LABELS) : null,
                custom ? row.freeForm("custom") : null,
                commentCount ? row.integer("comment_count") : null);
    }
}
