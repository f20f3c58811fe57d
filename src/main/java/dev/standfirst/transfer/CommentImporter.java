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
final class CommentImporter implements Importer<EarlierComment> {
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
    public Class<EarlierComment> drafts() {
        return EarlierComment.class;
    }

    @Override
    public EarlierComment read(ObjectNode fields) {
        return drafts.read(fields, drafts());
    }

    @Override
    public Written write(@Nullable ExternalRef external, EarlierComment comment, boolean isNew, Actor actor) {
        Optional<UUID> known = isNew
                ? Optional.empty()
                : references.known(type(), external, null).map(ref -> ref.id());
        if (known.isPresent()) {
            UUID id = known.get();
            boolean cameIn = references.remembered(type(), external).isPresent();
            return new Written(service.replace(id, comment, cameIn, actor), id.toString());
        }
        UUID id = service.create(comment, actor);
        references.remember(type(), external, id);
        return new Written(Outcome.CREATED, id.toString());
    }
}
