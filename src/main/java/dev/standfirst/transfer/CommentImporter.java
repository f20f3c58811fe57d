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
    public Written write(@Nullable ExternalRef external, ObjectNode fields, boolean isNew, Actor actor) {
        EarlierComment comment = drafts.read(fields, EarlierComment.class);
        Optional<UUID> known = isNew
                ? Optional.empty()
                : references.known(type(), external, null).map(ref -> ref.id());
        if (known.isPresent()) {
            UUID id = known.get();
            return new Written(service.replace(id, comment, actor), id.toString());
        }
        UUID id = service.create(comment, actor);
        references.remember(type(), external, id);
        return new Written(Outcome.CREATED, id.toString());
    }
}
