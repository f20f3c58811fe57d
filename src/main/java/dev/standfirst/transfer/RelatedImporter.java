package dev.standfirst.transfer;

import com.fasterxml.jackson.databind.JsonNode;
import com.fasterxml.jackson.databind.node.ObjectNode;
import dev.standfirst.access.Actor;
import dev.standfirst.article.ArticleOptions;
import dev.standfirst.article.ExternalRef;
import dev.standfirst.article.related.RelatedDraft;
import dev.standfirst.article.related.RelatedService;
import dev.standfirst.shared.http.IfMatch;
import dev.standfirst.shared.json.Drafts;
import dev.standfirst.shared.problem.ProblemException;
import dev.standfirst.shared.problem.RequestProblem;
import dev.standfirst.shared.text.Ref;
import jakarta.inject.Singleton;
import java.util.List;
import org.jspecify.annotations.Nullable;

/** Writes the links of an article: a line names it in the member {@code article}, and has the members of the draft beside that. */
@Singleton
final class RelatedImporter implements Importer<RelatedImporter.Links> {
    private static final ArticleOptions.OnRelate OPTIONS = new ArticleOptions.OnRelate(false, null);

    private final RelatedService service;
    private final Drafts drafts;

    RelatedImporter(RelatedService service, Drafts drafts) {
        this.service = service;
        this.drafts = drafts;
    }

    @Override
    public ThingType type() {
        return ThingType.RELATED;
    }

    /**
     * The links of an article.
     *
     * @param article whose links they are
     */
    record Links(Ref article, RelatedDraft draft) {}

    @Override
    public Class<Links> drafts() {
        return Links.class;
    }

    @Override
    public Links read(ObjectNode fields) {
        ObjectNode draft = fields.deepCopy();
        return new Links(article(draft), drafts.read(draft, RelatedDraft.class));
    }

    @Override
    public Written write(@Nullable ExternalRef external, Links links, boolean isNew, Actor actor) {
        return new Written(service.write(links.article(), IfMatch.any(), links.draft(), OPTIONS, actor), null);
    }

    private static Ref article(ObjectNode draft) {
        JsonNode article = draft.remove("article");
        if (article == null || !article.isTextual()) {
            throw ProblemException.of(
                    List.of(RequestProblem.WRONG_TYPE.at("#/article", "must be a slug, an id, or an externalRef")),
                    RequestProblem.UNREADABLE_REQUEST);
        }
        return Ref.of(article.textValue());
    }
}
