package dev.standfirst.transfer;

import dev.standfirst.access.Actor;
import dev.standfirst.author.AuthorDraft;
import dev.standfirst.author.AuthorService;
import dev.standfirst.author.AuthorView;
import dev.standfirst.shared.http.IfMatch;
import dev.standfirst.shared.json.Drafts;
import dev.standfirst.shared.text.Ref;
import jakarta.inject.Singleton;
import org.jspecify.annotations.Nullable;

@Singleton
final class AuthorImporter extends SluggedImporter<AuthorDraft, AuthorView> {
    private final AuthorService service;

    AuthorImporter(AuthorService service, References references, Drafts drafts) {
        super(AuthorDraft.class, references, drafts);
        this.service = service;
    }

    @Override
    public ThingType type() {
        return ThingType.AUTHOR;
    }

    @Override
    @Nullable
    String slug(AuthorDraft draft) {
        return draft.slug();
    }

    @Override
    String slugOf(AuthorView thing) {
        return thing.slug();
    }

    @Override
    AuthorView read(Ref ref) {
        return service.read(ref);
    }

    @Override
    AuthorView create(AuthorDraft draft, Actor actor) {
        return service.create(draft, actor);
    }

    @Override
    AuthorView replace(Ref ref, AuthorDraft draft, Actor actor) {
        return service.replace(ref, IfMatch.any(), draft, actor);
    }
}
