package dev.standfirst.transfer;

import dev.standfirst.access.Actor;
import dev.standfirst.article.ExternalRef;
import dev.standfirst.shared.http.IfMatch;
import dev.standfirst.shared.json.Drafts;
import dev.standfirst.shared.text.Ref;
import dev.standfirst.tag.TagDraft;
import dev.standfirst.tag.TagService;
import dev.standfirst.tag.TagView;
import jakarta.inject.Singleton;
import java.util.Optional;
import org.jspecify.annotations.Nullable;

@Singleton
final class TagImporter extends SluggedImporter<TagDraft, TagView> {
    private final TagService service;

    TagImporter(TagService service, References references, Drafts drafts) {
        super(TagDraft.class, references, drafts);
        this.service = service;
    }

    @Override
    public ThingType type() {
        return ThingType.TAG;
    }

    @Override
    @Nullable
    String slug(TagDraft draft) {
        return draft.slug();
    }

    @Override
    String slugOf(TagView thing) {
        return thing.slug();
    }

    @Override
    TagView read(Ref ref) {
        return service.read(ref);
    }

    @Override
    TagView create(TagDraft draft, Actor actor) {
        return service.create(draft, actor);
    }

    @Override
    TagView replace(Ref ref, TagDraft draft, Actor actor) {
        return service.replace(ref, IfMatch.any(), draft, actor);
    }

    /** One that was merged here stays so: the other has a draft of its own. */
    @Override
    Optional<Ref> standsFor(@Nullable ExternalRef external) {
        return references.mergedInto(external);
    }
}
