package dev.standfirst.article.related;

import java.util.UUID;
import org.jspecify.annotations.Nullable;

/** A link as it is stored: to an article by its id, or to a page with its title. */
record RelatedLink(
        Relation relation,
        @Nullable UUID target,
        @Nullable String url,
        @Nullable String title,
        @Nullable String publisher) {

    static RelatedLink of(RelatedDraft.Link draft, @Nullable UUID target) {
        return new RelatedLink(
                draft.relation() == null ? Relation.MORE : draft.relation(),
                target,
                draft.url(),
                draft.title(),
                draft.publisher());
    }
}
