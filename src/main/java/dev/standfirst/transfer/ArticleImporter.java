package dev.standfirst.transfer;

import com.fasterxml.jackson.databind.node.ObjectNode;
import dev.standfirst.access.Actor;
import dev.standfirst.article.ArticleDraft;
import dev.standfirst.article.ArticleOptions;
import dev.standfirst.article.ArticleService;
import dev.standfirst.article.ExternalRef;
import dev.standfirst.change.Outcome;
import dev.standfirst.shared.http.IfMatch;
import dev.standfirst.shared.json.Drafts;
import dev.standfirst.shared.text.Ref;
import jakarta.inject.Singleton;
import java.util.List;
import java.util.Optional;
import org.jspecify.annotations.Nullable;

@Singleton
final class ArticleImporter implements Importer.OfMany {
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
    public void check(ObjectNode fields) {
        drafts.read(fields, ArticleDraft.class);
    }

    /** One that has the slug, and that no system calls anything yet, is taken for the article of the line. */
    @Override
    public Written write(@Nullable ExternalRef external, ObjectNode fields, boolean isNew, Actor actor) {
        ArticleDraft draft = drafts.read(fields, ArticleDraft.class);
        Optional<Ref> sameSlug = isNew ? Optional.empty() : references.articleToAdopt(external, draft.slug());
        ArticleService.Written written = sameSlug.isPresent()
                ? service.edit(sameSlug.get(), IfMatch.any(), current -> draft, OPTIONS, actor)
                : service.create(draft, external != null, OPTIONS, actor);
        return new Written(written.outcome(), written.article().slug());
    }

    @Override
    public List<Written> create(List<ObjectNode> fields, Actor actor) {
        List<ArticleDraft> all = fields.stream()
                .map(each -> drafts.read(each, ArticleDraft.class))
                .toList();
        return service.createAll(all, OPTIONS, actor).stream()
                .map(slug -> new Written(Outcome.CREATED, slug))
                .toList();
    }
}
