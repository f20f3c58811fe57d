package dev.standfirst.article;

import com.fasterxml.jackson.core.type.TypeReference;
import dev.standfirst.body.Block;
import dev.standfirst.body.BodyFormat;
import dev.standfirst.body.Derivation;
import dev.standfirst.body.DerivedBody;
import dev.standfirst.body.Heading;
import dev.standfirst.body.Source;
import dev.standfirst.shared.json.JsonText;
import jakarta.persistence.Entity;
import jakarta.persistence.EnumType;
import jakarta.persistence.Enumerated;
import jakarta.persistence.Id;
import java.time.Instant;
import java.util.List;
import java.util.UUID;
import org.hibernate.annotations.JdbcType;
import org.hibernate.dialect.type.PostgreSQLJsonPGObjectJsonType;
import org.jspecify.annotations.Nullable;

/** The text of an article and what is derived from it, as stored; kept apart, as lists never read it. */
@Entity
class ArticleBody {
    private static final JsonText<List<Block>> BLOCKS = new JsonText<>(new TypeReference<>() {});
    private static final JsonText<List<Heading>> OUTLINE = new JsonText<>(new TypeReference<>() {});
    private static final JsonText<List<Source>> SOURCES = new JsonText<>(new TypeReference<>() {});

    @Id
    UUID articleId;

    @Enumerated(EnumType.STRING)
    BodyFormat format;

    String source;
    String html;
    String text;

    @JdbcType(PostgreSQLJsonPGObjectJsonType.class)
    @Nullable
    String blocks;

    @JdbcType(PostgreSQLJsonPGObjectJsonType.class)
    String outline;

    @JdbcType(PostgreSQLJsonPGObjectJsonType.class)
    String sources;

    int derivation;

    @Nullable
    Instant rederivedAt;

    /** Takes a text, and derives the rest from it. */
    DerivedBody write(BodyDraft draft) {
        return write(draft, Derivation.derive(draft.format(), draft.source()));
    }

    /** Takes a text, and what was derived from it. */
    DerivedBody write(BodyDraft draft, DerivedBody derived) {
        format = draft.format();
        source = draft.source();
        html = derived.html();
        text = derived.text();
        blocks = BLOCKS.write(derived.blocks());
        outline = OUTLINE.write(derived.outline());
        sources = SOURCES.write(derived.sources());
        derivation = Derivation.NUMBER;
        return derived;
    }

    /** What readers get that was derived from the text, some of which is kept with the article. */
    DerivedBody derived(Article article) {
        // Where no blocks are stored, readers get them made from the source.
        List<Block> given = blocks == null ? Derivation.derive(format, source).blocks() : BLOCKS.read(blocks);
        return new DerivedBody(
                html,
                text,
                given,
                outline(),
                sources(),
                article.wordCount,
                article.readingMinutes,
                article.derivedExcerpt);
    }

    List<Heading> outline() {
        return OUTLINE.read(outline);
    }

    List<Source> sources() {
        return SOURCES.read(sources);
    }

    BodyDraft draft() {
        return new BodyDraft(format, source);
    }
}
