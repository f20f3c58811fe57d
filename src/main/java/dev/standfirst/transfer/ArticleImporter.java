package dev.standfirst.transfer;

import static java.util.Objects.requireNonNull;

import com.fasterxml.jackson.databind.JsonNode;
import com.fasterxml.jackson.databind.node.ArrayNode;
import com.fasterxml.jackson.databind.node.ObjectNode;
import dev.standfirst.access.Actor;
import dev.standfirst.article.ArticleDraft;
import dev.standfirst.article.ArticleOptions;
import dev.standfirst.article.ArticleService;
import dev.standfirst.article.BodyDraft;
import dev.standfirst.article.ExternalRef;
import dev.standfirst.body.DerivedAhead;
import dev.standfirst.change.Outcome;
import dev.standfirst.shared.http.IfMatch;
import dev.standfirst.shared.json.Drafts;
import dev.standfirst.shared.text.Ref;
import jakarta.inject.Singleton;
import java.util.List;
import java.util.Optional;
import org.jspecify.annotations.Nullable;

@Singleton
final class ArticleImporter implements Importer.OfMany<ArticleDraft> {
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
    public Class<ArticleDraft> drafts() {
        return ArticleDraft.class;
    }

    @Override
    public ArticleDraft read(ObjectNode fields) {
        return drafts.read(fields, drafts());
    }

    @Override
    public ArticleDraft naming(ArticleDraft draft, ObjectNode fields) {
        return draft.naming(names(fields, "authors"), names(fields, "tags"));
    }

    private static @Nullable List<String> names(ObjectNode fields, String member) {
        return fields.get(member) instanceof ArrayNode names
                ? names.valueStream().map(JsonNode::textValue).toList()
                : null;
    }

    /** Derives the body. */
    @Override
    public void workAhead(ArticleDraft draft) {
        BodyDraft text = draft.text();
        DerivedAhead.derive(requireNonNull(text.format()), text.source());
    }

    /** One that has the slug, and that no system calls anything yet, is taken for the article of the line. */
    @Override
    public Written write(@Nullable ExternalRef external, ArticleDraft draft, boolean isNew, Actor actor) {
        Optional<Ref> sameSlug = isNew ? Optional.empty() : references.articleToAdopt(external, draft.slug());
        ArticleService.Written written = sameSlug.isPresent()
                ? service.edit(sameSlug.get(), IfMatch.any(), current -> draft, OPTIONS, actor)
                : service.create(draft, external != null, OPTIONS, actor);
        return new Written(written.outcome(), written.article().slug());
    }

    @Override
    public List<Written> create(List<ArticleDraft> all, Actor actor) {
        return service.createAll(all, OPTIONS, actor).stream()
                .map(slug -> new Written(Outcome.CREATED, slug))
                .toList();
    }
}
