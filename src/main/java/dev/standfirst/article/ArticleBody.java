package dev.standfirst.article;

import dev.standfirst.body.Block;
import dev.standfirst.body.BodyFormat;
import dev.standfirst.body.Derivation;
import dev.standfirst.body.DerivedBody;
import dev.standfirst.body.Heading;
import dev.standfirst.body.Source;
import jakarta.persistence.Entity;
import jakarta.persistence.EnumType;
import jakarta.persistence.Enumerated;
import jakarta.persistence.Id;
import java.time.Instant;
import java.util.List;
import java.util.UUID;
import org.hibernate.annotations.JdbcType;
import org.hibernate.annotations.Mutability;
import org.hibernate.dialect.type.PostgreSQLJsonPGObjectJsonType;
import org.hibernate.type.descriptor.java.Immutability;
import org.jspecify.annotations.Nullable;

/** The text of an article and what is derived from it, as stored; kept apart, as lists never read it. */
@Entity
class ArticleBody {
    @Id
    UUID articleId;

    @Enumerated(EnumType.STRING)
    BodyFormat format;

    String source;
    String html;
    String text;

    @JdbcType(PostgreSQLJsonPGObjectJsonType.class)
    @Mutability(Immutability.class)
    @Nullable
    List<Block> blocks;

    @JdbcType(PostgreSQLJsonPGObjectJsonType.class)
    @Mutability(Immutability.class)
    List<Heading> outline;

    @JdbcType(PostgreSQLJsonPGObjectJsonType.class)
    @Mutability(Immutability.class)
    List<Source> sources;

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
        blocks = derived.blocks();
        outline = derived.outline();
        sources = derived.sources();
        derivation = Derivation.NUMBER;
        return derived;
    }

    /** What readers get that was derived from the text, some of which is kept with the article. */
    DerivedBody derived(Article article) {
        // Where no blocks are stored, readers get them made from the source.
        List<Block> given = blocks == null ? Derivation.derive(format, source).blocks() : blocks;
        return new DerivedBody(
                html, text, given, outline, sources, article.wordCount, article.readingMinutes, article.derivedExcerpt);
    }

    BodyDraft draft() {
        return new BodyDraft(format, source);
    }
}
