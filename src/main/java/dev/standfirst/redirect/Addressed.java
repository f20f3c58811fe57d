package dev.standfirst.redirect;

import dev.standfirst.shared.text.Ref;
import java.util.Optional;
import java.util.UUID;

/** Things that have slugs, as this room sees them, which lies above theirs: each of their rooms has one bean of this. */
public interface Addressed {

    /** What the old slugs of these things are. */
    RedirectKind kind();

    /** Finds the id of a thing, and keeps it from being deleted until the transaction ends. */
    Optional<UUID> keep(Ref ref);
}
