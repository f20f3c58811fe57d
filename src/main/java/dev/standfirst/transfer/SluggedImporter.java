package dev.standfirst.transfer;

import com.fasterxml.jackson.databind.node.ObjectNode;
import dev.standfirst.access.Actor;
import dev.standfirst.article.ExternalRef;
import dev.standfirst.change.Outcome;
import dev.standfirst.shared.http.Versioned;
import dev.standfirst.shared.json.Drafts;
import dev.standfirst.shared.text.Ref;
import java.util.Optional;
import org.jspecify.annotations.Nullable;

/** Writes things that have slugs: those that are called so already, or have the slug, are replaced. */
abstract class SluggedImporter<D extends Record, V extends Versioned> implements Importer<D> {
    private final Class<D> type;
    final References references;
    private final Drafts drafts;

    SluggedImporter(Class<D> type, References references, Drafts drafts) {
        this.type = type;
        this.references = references;
        this.drafts = drafts;
    }

    abstract @Nullable String slug(D draft);

    abstract String slugOf(V thing);

    abstract V read(Ref ref);

    abstract V create(D draft, Actor actor);

    abstract V replace(Ref ref, D draft, Actor actor);

    /** The thing that stands here for what another system calls so, and is not changed by that. */
    Optional<Ref> standsFor(@Nullable ExternalRef external) {
        return Optional.empty();
    }

    @Override
    public final Class<D> drafts() {
        return type;
    }

    @Override
    public final D read(ObjectNode fields) {
        return drafts.read(fields, type);
    }

    @Override
    public final Written write(@Nullable ExternalRef external, D draft, boolean isNew, Actor actor) {
        Optional<Ref> other = isNew ? Optional.empty() : standsFor(external);
        if (other.isPresent()) {
            return new Written(Outcome.UNCHANGED, slugOf(read(other.get())));
        }
        Optional<Ref> known = isNew ? Optional.empty() : references.known(type(), external, slug(draft));
        if (known.isEmpty()) {
            V created = create(draft, actor);
            references.remember(type(), external, created.id());
            return new Written(Outcome.CREATED, slugOf(created));
        }
        V before = read(known.get());
        references.remember(type(), external, before.id());
        V after = replace(known.get(), draft, actor);
        return new Written(Outcome.of(before.version(), after.version()), slugOf(after));
    }
}
