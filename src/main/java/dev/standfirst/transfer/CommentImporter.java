package dev.standfirst.transfer;

import com.fasterxml.jackson.databind.node.ObjectNode;
import dev.standfirst.access.Actor;
import dev.standfirst.article.ExternalRef;
import dev.standfirst.change.Outcome;
import dev.standfirst.comment.EarlierComment;
import dev.standfirst.comment.EarlierCommentService;
import dev.standfirst.shared.json.Drafts;
import jakarta.inject.Singleton;
import java.util.Optional;
import java.util.UUID;
import org.jspecify.annotations.Nullable;

@Singleton
final class CommentImporter implements Importer {
    private final EarlierCommentService service;
    private final References references;
    private final Drafts drafts;

    CommentImporter(EarlierCommentService service, References references, Drafts drafts) {
        this.service = service;
        this.references = references;
        this.drafts = drafts;
    }

    @Override
    public ThingType type() {
        return ThingType.COMMENT;
    }

    @Override
    public void check(ObjectNode fields) {
        drafts.read(fields, EarlierComment.class);
    }

    @Override
    public Outcome write(@Nullable ExternalRef external, ObjectNode fields, Actor actor) {
        EarlierComment comment = drafts.read(fields, EarlierComment.class);
        Optional<UUID> known = references.known(type(), external, null).map(ref -> ref.id());
        if (known.isPresent()) {
            return service.replace(known.get(), comment, actor);
        }
        references.remember(type(), external, service.create(comment, actor));
        return Outcome.CREATED;
    }
}
