package dev.standfirst.transfer;

import com.fasterxml.jackson.databind.node.ObjectNode;
import dev.standfirst.access.Actor;
import dev.standfirst.article.ExternalRef;
import dev.standfirst.redirect.RedirectDraft;
import dev.standfirst.redirect.RedirectService;
import dev.standfirst.shared.json.Drafts;
import jakarta.inject.Singleton;
import org.jspecify.annotations.Nullable;

@Singleton
final class RedirectImporter implements Importer<RedirectDraft> {
    private final RedirectService service;
    private final Drafts drafts;

    RedirectImporter(RedirectService service, Drafts drafts) {
        this.service = service;
        this.drafts = drafts;
    }

    @Override
    public ThingType type() {
        return ThingType.REDIRECT;
    }

    @Override
    public Class<RedirectDraft> drafts() {
        return RedirectDraft.class;
    }

    @Override
    public RedirectDraft read(ObjectNode fields) {
        return drafts.read(fields, drafts());
    }

    @Override
    public Written write(@Nullable ExternalRef external, RedirectDraft draft, boolean isNew, Actor actor) {
        var written = service.create(draft, true, actor);
        return new Written(written.outcome(), null);
    }
}
