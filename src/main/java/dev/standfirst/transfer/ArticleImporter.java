package dev.standfirst.transfer;

import com.fasterxml.jackson.databind.JsonNode;
import com.fasterxml.jackson.databind.node.ArrayNode;
import com.fasterxml.jackson.databind.node.ObjectNode;
import dev.standfirst.access.Actor;
import dev.standfirst.article.ArticleDraft;
import dev.standfirst.article.ArticleOptions;
import dev.standfirst.article.ArticleService;
import dev.standfirst.article.ExternalRef;
import dev.standfirst.article.PreparedArticle;
import dev.standfirst.change.Outcome;
import dev.standfirst.shared.json.Drafts;
import dev.standfirst.shared.text.Ref;
import jakarta.inject.Singleton;
import java.util.List;
import java.util.Optional;
import org.jspecify.annotations.Nullable;

@Singleton
final class ArticleImporter implements Importer.OfMany<PreparedArticle> {
    private static final ArticleOptions OPTIONS = ArticleOptions.creatingTags(true);

    private final ArticleService service;
    private final References references;
    private final Drafts drafts;

    ArticleImporter(ArticleService service, References references, Drafts drafts) {
        this.service = service;
        this.references = references;
        this.drafts = drafts;
    }

    @Override
    public ThingType type() {
        return ThingType.ARTICLE;
    }

    @Override
    public Class<PreparedArticle> drafts() {
        return PreparedArticle.class;
    }

    @Override
    public PreparedArticle read(ObjectNode fields) {
        return PreparedArticle.of(drafts.read(fields, ArticleDraft.class));
    }

    @Override
    public PreparedArticle naming(PreparedArticle prepared, ObjectNode fields) {
        return prepared.with(prepared.draft().naming(names(fields, "authors"), names(fields, "tags")));
    }

    private static @Nullable List<String> names(ObjectNode fields, String member) {
        return fields.get(member) instanceof ArrayNode names
                ? names.valueStream().map(JsonNode::textValue).toList()
                : null;
    }

    /** One that has the slug, and that no system calls anything yet, is taken for the article of the line. */
    @Override
    public Written write(@Nullable ExternalRef external, PreparedArticle prepared, boolean isNew, Actor actor) {
        Optional<Ref> sameSlug = isNew
                ? Optional.empty()
                : references.articleToAdopt(external, prepared.draft().slug());
        ArticleService.Written written = sameSlug.isPresent()
                ? service.replace(sameSlug.get(), prepared, OPTIONS, actor)
                : service.create(prepared, external != null, OPTIONS, actor);
        return new Written(written.outcome(), written.article().slug());
    }

    @Override
    public List<Written> create(List<PreparedArticle> all, Actor actor) {
        return service.createAll(all, OPTIONS, actor).stream()
                .map(slug -> new Written(Outcome.CREATED, slug))
                .toList();
    }
}
