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
final class RedirectImporter implements Importer {
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
    public void check(ObjectNode fields) {
        drafts.read(fields, RedirectDraft.class);
    }

    @Override
    public Written write(@Nullable ExternalRef external, ObjectNode fields, boolean isNew, Actor actor) {
        var written = service.create(drafts.read(fields, RedirectDraft.class), true, actor);
        return new Written(written.outcome(), null);
    }
}
