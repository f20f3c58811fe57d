package dev.standfirst.transfer;

import dev.standfirst.access.Actor;
import dev.standfirst.collection.CollectionDraft;
import dev.standfirst.collection.CollectionService;
import dev.standfirst.collection.CollectionView;
import dev.standfirst.shared.http.IfMatch;
import dev.standfirst.shared.json.Drafts;
import dev.standfirst.shared.text.Ref;
import jakarta.inject.Singleton;
import org.jspecify.annotations.Nullable;

@Singleton
final class CollectionImporter extends SluggedImporter<CollectionDraft, CollectionView> {
    private final CollectionService service;

    CollectionImporter(CollectionService service, References references, Drafts drafts) {
        super(CollectionDraft.class, references, drafts);
        this.service = service;
    }

    @Override
    public ThingType type() {
        return ThingType.COLLECTION;
    }

    @Override
    @Nullable
    String slug(CollectionDraft draft) {
        return draft.slug();
    }

    @Override
    String slugOf(CollectionView thing) {
        return thing.slug();
    }

    @Override
    CollectionView read(Ref ref) {
        return service.read(ref);
    }

    @Override
    CollectionView create(CollectionDraft draft, Actor actor) {
        return service.create(draft, actor);
    }

    @Override
    CollectionView replace(Ref ref, CollectionDraft draft, Actor actor) {
        return service.replace(ref, IfMatch.any(), draft, actor);
    }
}
